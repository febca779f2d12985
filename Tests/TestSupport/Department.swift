import Rouage
import Storage

/// A small part of Émargo, the demo company, on Thursday 5 March 2026: two tribes, seven teams, the cast, three
/// briefings of the quarter in preparation and what their teams need from each other.
enum Department {
    static func load(into store: Store, at now: Instant, on today: Day) throws {
        let report = try Importer(store, at: now, on: today).load(files.mapValues { Array($0.utf8) })
        guard report.isClean else { throw Fault(problems: report.files.flatMap(\.problems)) }
    }

    struct Fault: Error { let problems: [ImportReport.Problem] }

    /// Whom one may sign in as.
    static let cast = [
        "camille.aubrac", "lison.perrault", "aziz.charvin", "malo.fauvel", "wassim.ferhat", "yanis.corbel",
        "fabrice.delmotte", "hana.diallo", "salome.tissier", "ruben.achard", "nour.castel", "thea.nogaret",
        "mehdi.rahal", "loic.perdrix", "ines.maurel",
    ]

    private static let files = [
        "people": people, "units": units, "memberships": memberships, "roles": roles, "cycles": cycles,
        "briefings": briefings, "dependencies": dependencies,
    ]

    private static let people = """
        code,name,email,craft,job,locale
        camille.aubrac,Camille Aubrac,camille.aubrac@emargo.example,product,PM,fr
        lison.perrault,Lison Perrault,lison.perrault@emargo.example,design,Designer,fr
        aziz.charvin,Aziz Charvin,aziz.charvin@emargo.example,engineering,Ingénieur,fr
        malo.fauvel,Malo Fauvel,malo.fauvel@emargo.example,product,PM,fr
        wassim.ferhat,Wassim Ferhat,wassim.ferhat@emargo.example,product,PM,fr
        yanis.corbel,Yanis Corbel,yanis.corbel@emargo.example,product,PM,fr
        ravneet.gill,Ravneet Gill,ravneet.gill@emargo.example,engineering,Engineer,en
        yse.carpentier,Ysé Carpentier,yse.carpentier@emargo.example,product,PM,fr
        fabrice.delmotte,Fabrice Delmotte,fabrice.delmotte@emargo.example,product,Tribe lead Paie,fr
        hana.diallo,Hana Diallo,hana.diallo@emargo.example,product,Directrice produit,fr
        salome.tissier,Salomé Tissier,salome.tissier@emargo.example,design,Directrice design,fr
        ruben.achard,Ruben Achard,ruben.achard@emargo.example,engineering,Directeur ingénierie,fr
        nour.castel,Nour Castel,nour.castel@emargo.example,product,CPO,fr
        thea.nogaret,Théa Nogaret,thea.nogaret@emargo.example,ops,Product Ops,fr
        mehdi.rahal,Mehdi Rahal,mehdi.rahal@emargo.example,ops,Customer Success Ops,fr
        loic.perdrix,Loïc Perdrix,loic.perdrix@emargo.example,other,Administration,fr
        ines.maurel,Inès Maurel,ines.maurel@emargo.example,other,Visiteuse,fr

        """

    private static let units = """
        code,kind,parent,name,lead
        emargo,department,,Émargo,nour.castel
        paie,tribe,emargo,Paie,fabrice.delmotte
        plateforme,tribe,emargo,Plateforme,
        bulletins,team,paie,Bulletins,camille.aubrac
        moteur,team,paie,Moteur de paie,wassim.ferhat
        dsn,team,paie,DSN,malo.fauvel
        identite,team,plateforme,Identité et accès,yanis.corbel
        donnees,team,plateforme,Données,ravneet.gill
        design-systeme,team,plateforme,Design système,yse.carpentier
        product-ops,opsTeam,emargo,Product Ops,
        cs-ops,otherOps,emargo,Customer Success Ops,mehdi.rahal

        """

    private static let memberships = """
        person,unit
        camille.aubrac,bulletins
        lison.perrault,bulletins
        aziz.charvin,bulletins
        malo.fauvel,dsn
        wassim.ferhat,moteur
        yanis.corbel,identite
        ravneet.gill,donnees
        yse.carpentier,design-systeme
        fabrice.delmotte,paie
        hana.diallo,emargo
        salome.tissier,emargo
        ruben.achard,emargo
        nour.castel,emargo
        thea.nogaret,product-ops
        mehdi.rahal,cs-ops

        """

    private static let roles = """
        person,role,unit
        nour.castel,cpo,
        hana.diallo,director,paie
        salome.tissier,director,paie
        ruben.achard,director,plateforme
        fabrice.delmotte,tribe_lead,paie
        thea.nogaret,ops,
        mehdi.rahal,other_ops,cs-ops
        loic.perdrix,admin,

        """

    private static let cycles = """
        label,start,end
        2026-Q1,2026-01-01,2026-03-31
        2026-Q2,2026-04-01,2026-06-30

        """

    private static let briefings = """
        ref,cycle,team,owner,contributors,title,problem,source,source_kind,problem_size,intention,appetite_days,state,created_at
        B1,2026-Q2,bulletins,camille.aubrac,lison.perrault;aziz.charvin,Un bulletin que l’on comprend sans appeler le support,"Chaque mois, un lecteur sur douze bute sur son bulletin.",Quatorze entretiens en janvier.,user_feedback,C’est la première cause de mauvaise note sur le support (38 %).,"Dire en une phrase, à côté du montant, ce qui a changé.",45,aligning,2026-01-28T09:00:00Z
        B2,2026-Q2,bulletins,camille.aubrac,,Le bulletin d’un départ en cours de mois,"Le prorata se relit à la main.",Tickets de support.,support,260 départs par mois.,Montrer le calcul.,20,draft,2026-01-28T09:00:00Z
        B3,2026-Q2,dsn,malo.fauvel,,Une DSN prête avant le 5 du mois,"Les contrôles arrivent trop tard.",Journal des rejets.,data,"1 200 rejets, 3 jours de reprise.",Rejeter à la saisie.,60,aligning,2026-01-28T09:00:00Z
        B4,2026-Q1,dsn,malo.fauvel,,Les rejets expliqués,"Un rejet sans motif se rappelle.",Tickets.,support,400 appels.,Donner le motif.,30,in_progress,2025-10-30T09:00:00Z

        """

    private static let dependencies = """
        ref,briefing,giving_team,what,type,criticality,needed_by,status,contact,effort_days,committed_for,counter_date,counter_reason,pointed_out_on
        D1,B1,moteur,Étiquette lisible pour chaque rubrique,deliverable,blocking,2026-04-10,committed,wassim.ferhat,12,2026-04-08,,,2026-02-10
        D2,B1,identite,Lien de consultation sans mot de passe,access,slowing,2026-04-15,replanned,yanis.corbel,8,,2026-04-29,Une bascule est prévue le 20 avril.,2026-02-11
        D3,B1,design-systeme,Composant « ligne dépliable »,deliverable,slowing,2026-04-24,acknowledged,yse.carpentier,,,,,2026-02-12
        D4,B3,bulletins,Table unique des libellés,deliverable,blocking,2026-04-03,pointed_out,,,,,,2026-02-25
        D5,B4,bulletins,Reprise des corrections 2025,deliverable,slowing,2026-03-13,committed,camille.aubrac,5,2026-03-13,,,2026-01-20

        """
}
