import Foundation
import Rouage
import Storage
import TestSupport
import Testing

/// A department small enough to write down in a test, with people of the demo company.
struct SmallDepartment {
    static let now = Instant("2026-03-05T09:00:00.000Z")!
    static let today = Day(2026, 3, 5)

    static let files: [String: String] = [
        "people": """
        code,name,email,craft,job,locale,joined_on,left_on,active
        camille.aubrac,Camille Aubrac,camille.aubrac@emargo.example,product,Product manager,fr,2023-09-04,,true
        hana.diallo,Hana Diallo,hana.diallo@emargo.example,product,"Directrice, produit",fr,,,true
        ruben.achard,Ruben Achard,,engineering,"Engineer, ""paie"" only",en,,,true

        """,
        "units": """
        code,kind,parent,name,lead,deputy,founded_on,closed_on,planned_on,planned_name,planned_parent,planned_lead,\
        planned_deputy
        bulletins,team,paie,Bulletins,camille.aubrac,,2024-02-29,,,,,,
        paie,tribe,produit,Paie,hana.diallo,,,,,,,,
        plannings,team,paie,Plannings,,ruben.achard,,,2026-04-01,Plannings et pointage,produit,ruben.achard,
        produit,department,,Émargo,,,,,,,,,

        """,
        "memberships": """
        person,unit,fte,from,to
        camille.aubrac,bulletins,1.0,2023-09-04,
        ruben.achard,bulletins,0.5,2024-01-01,2025-12-31
        ruben.achard,plannings,0.5,2026-01-01,

        """,
        "roles": """
        person,role,unit,from,to
        hana.diallo,director,produit,,

        """,
        "axes": """
        code,title,why,owner,from,to,proposed_by,proposed_on,answer,answered_on,reason
        lisible,Une paie lisible,"Deux questions sur trois portent sur une ligne du bulletin",hana.diallo,2026-Q1,2027-Q2,hana.diallo,2026-01-05,declined,2026-01-09,Trop tôt

        """,
        "fields": """
        tribe,key,label_fr,label_en,kind,limit,position
        paie,risque,Risque légal,Legal risk,text,120,0

        """,
        "cycles": """
        label,start,end,drafting_opens,drafts_due,freeze,presentation
        2026-Q1,2026-01-01,2026-03-31,2025-10-27,2025-11-14,2025-12-15,2025-12-18
        2026-Q2,2026-04-01,2026-06-30,2026-01-26,2026-02-13,2026-03-23,2026-03-26

        """,
        "briefings": """
        ref,cycle,team,owner,contributors,title,problem,source,source_kind,problem_size,people,frequency,cost,\
        intention,appetite_days,axis,tribe_values,no_dependency_by,no_dependency_at,state,submitted_at,late,\
        off_cycle,slowed,decision_code,decision_reason,decided_by,decided_on
        etiquettes,2026-Q2,bulletins,camille.aubrac,ruben.achard,Étiquette lisible pour chaque rubrique,\
        "Les salariés ne comprennent pas 14 rubriques.
        Ils appellent le support.",Entretiens,user_feedback,\
        "1 200 appels; 38 % des tickets",1 200 salariés,chaque mois,,Écrire chaque rubrique en clair,25,lisible,\
        "{""risque"":""faible""}",,,aligning,2026-02-12T15:20:00.000Z,false,false,false,,,,
        pointage,2026-Q2,plannings,,,Pointage hors ligne,,,other,,,,,,,,,ruben.achard,2026-02-10T08:00:00.000Z,\
        dropped,,true,false,false,capacity,Pas de place avant l’été,hana.diallo,2026-03-04

        """,
        "dependencies": """
        ref,briefing,giving_team,external_party,what,type,interaction,collaborates_until,criticality,needed_by,first_needed_by,status,\
        pointed_out_on,pointed_out_phase,contact,effort_days,committed_for,counter_date,counter_scope,\
        counter_reason,decline_code,decline_reason,mitigation,claimed_on,delivered_on,break_count,redate_count,\
        refusal_count,reasked
        etiquettes-1,etiquettes,plannings,,Les libellés des absences,deliverable,collaboration,2026-05-29,blocking,\
        2026-05-15,2026-05-04,committed,2026-02-12,drafting,ruben.achard,5,2026-05-15,,,,,,,,,0,1,0,false
        etiquettes-2,etiquettes,,URSSAF,Le nouveau format de la DSN,information,as_a_service,,slowing,2026-06-01,\
        2026-06-01,declined,2026-02-20,aligning,,,,,,,technical,Pas avant juillet,Version 1 du format,,,0,0,1,false

        """,
        "presentations": """
        cycle,state,begins,started_at,published_at,recording,run_of_show,snapshot
        2026-Q1,published,10:00,2025-12-18T09:00:00.000Z,2025-12-18T11:00:00.000Z,,[],

        """,
        "questions": """
        cycle,team,author,at,text,support,answered_at
        2026-Q1,,hana.diallo,2025-12-18T10:00:00.000Z,"Et après, qui relit ?",2,

        """,
        "confidence": """
        cycle,team,value,votes
        2026-Q1,bulletins,1,0
        2026-Q1,bulletins,2,4
        2026-Q1,bulletins,3,3
        2026-Q1,bulletins,4,1
        2026-Q1,bulletins,5,0

        """,
        "reworks": """
        cycle,team,mean,due,answer,answered_by,answered_on
        2026-Q1,bulletins,2.63,2025-12-26,Nous livrons en deux fois.,hana.diallo,2025-12-22

        """,
        "topics": """
        ref,title,problem,source,source_notes,kind,crafts,effort_days,sponsor,axis,cycle,state,proposed_by,\
        merged_into,created_at
        t1,Écrire les décisions,"6 sur 10, nulle part",other_ops,Support,improve,product;design,20,hana.diallo,lisible,\
        2026-Q2,ready,camille.aubrac,,2026-03-01T09:00:00.000Z
        a1,Des décisions écrites,,field,,create,,,,,,merged,ruben.achard,t1,\
        2026-03-02T09:00:00.000Z

        """,
        "projects": """
        ref,topic,request,cycle,title,mode,ends_on,effort_days,crafts,lead,buddy,co_builders,problem,problem_state,yes,partly,\
        no,answered_by,waived_by,waiver_reason,waived_on,solution,metric,unit,before,after,burden_delta,receiver,\
        playbook,owner_accepted_on,accepted_by,director,director_accepted_on,stage,standing,reason,unplanned,started_on,\
        ended_on,created_at
        p1,t1,,2026-Q1,Écrire les décisions,product,,20,product;design,ruben.achard,hana.diallo,camille.aubrac,\
        "6 sur 10, nulle part",agreed,4,1,0,camille.aubrac;hana.diallo,hana.diallo,"Urgent, dit-elle",2026-02-10,\
        Un journal,Décisions écrites,%,40,,-15,camille.aubrac,relire,2026-03-02,camille.aubrac,hana.diallo,2026-03-03,\
        handing_over,active,,true,2026-02-02,,2026-02-01T09:00:00.000Z
        p2,,Q-1,2026-Q2,Un projet daté,project,2026-05-29,0,,ruben.achard,,,,open,0,0,0,,,,,,,,,,,,,,,,,selected,paused,\
        "Plus tard, sans date",false,,,2026-02-03T09:00:00.000Z

        """,
        "evidence": """
        project,kind,team,craft,note,consent,found_on
        p1,interview,bulletins,product,"On redemande, chaque lundi",false,2026-02-03
        p1,data,plannings,engineering,6 sur 10,true,2026-02-04

        """,
        "experiments": """
        project,hypothesis,measure,aim,threshold,teams,from,to,reached,result,learned
        p1,Qui décide écrit.,Décisions écrites,at_least,7,bulletins;plannings,2026-02-05,2026-02-20,8,kept,"Oui, seuls"

        """,
        "waves": """
        project,teams,from,verdict,reason,decided_on
        p1,bulletins,2026-02-23,go,Le seuil tient.,2026-02-20
        p1,plannings,2026-03-09,,,

        """,
        "sharing": """
        cycle,part,topic,lead,buddy,obstacle,person,reason,written_at,state,proven,created_at
        2026-Q2,whole,,,,,,,2026-03-04T10:00:00.000Z,proposed,true,2026-03-04T09:00:00.000Z
        2026-Q2,proposal,t1,ruben.achard,hana.diallo,,,,,,,
        2026-Q2,left_out,a1,,,nobody_to_lead,,,,,,
        2026-Q2,edit,t1,hana.diallo,ruben.achard,,ruben.achard,"Je change, d'accord",2026-03-04T11:00:00.000Z,,,
        2026-Q2,confirmation,,,,,hana.diallo,,2026-03-04T12:00:00.000Z,,,

        """,
        "conditions": """
        axis,text,playbook,project
        lisible,"Chacun relit, chaque mois",relire,p1
        lisible,Une phrase seule,,

        """,
        "playbooks": """
        ref,title,category,why,trigger,cadence,steps,burden,links,metric_name,metric_threshold,metric_owner,exit_rule,\
        reentry_rule,language,owner,deputy,co_authors,teams,state,carried_by,edition,review_on,reviewed_on,\
        support_ends_on,handover_to,handover_by,handover_on,owner_accepted_on,director,director_accepted_on,signed_off,\
        carried_since,relapsed_on,created_at
        relire,Relire un bulletin,maintenance,"Une erreur sur dix, vue trop tard",Le 20 du mois,monthly,\
        "[{""blocking"":true,""role"":""product_manager"",""what"":""Choisir dix bulletins""},\
        {""blocking"":false,""role"":""ops"",""what"":""Dire ce qui change""}]",product_manager:60;everyone:10,\
        "[{""address"":""/briefings"",""title"":""Les briefings""}]",Erreurs vues trop tard,plus de 2 %,camille.aubrac,\
        Quand trois mois passent,Deux mois au-dessus,fr,camille.aubrac,ruben.achard,hana.diallo,bulletins;plannings,\
        in_force,org,2,2026-08-01,2026-01-15,2026-04-01,camille.aubrac,,2026-01-05,2026-01-07,hana.diallo,2026-01-09,\
        hana.diallo,2026-01-15,2026-03-04,2025-10-01T08:00:00.000Z

        """,
        "editions": """
        playbook,number,title,category,why,trigger,cadence,steps,burden,links,metric_name,metric_threshold,metric_owner,\
        exit_rule,reentry_rule,language,note,replaced_by,replaced_at
        relire,1,Relire,maintenance,Une erreur sur dix,,monthly,,,,,,,,,fr,Les étapes,camille.aubrac,\
        2026-01-15T09:00:00.000Z

        """,
        "occurrences": """
        playbook,held_on,ran_by,steps,teams,note,ok,edition,recorded_by,recorded_at
        relire,2026-02-20,camille.aubrac,\
        "[{""blocking"":true,""by"":""ruben.achard"",""ops"":false,""step"":1}]",bulletins,"Dix, en une heure",true,2,\
        camille.aubrac,2026-02-20T16:00:00.000Z

        """,
        "feedback": """
        playbook,given_on,given_by,useful,text,answer,answered_by,answered_on
        relire,2026-02-21,ruben.achard,4,"Utile, mais long",Une étape de moins en mars,camille.aubrac,2026-02-25

        """,
        "reviews": """
        briefing,craft,reviewer,opinion,text,reviewed_on
        etiquettes,product,hana.diallo,favourable,Un sujet clair,2026-02-20

        """,
        "dismissals": """
        briefing,team,at
        etiquettes,bulletins,2026-02-17T09:00:00.000Z

        """,
        "outcomes": """
        briefing,outcome,cause_code,cause_text,cause_dependencies,cause_on
        pointage,Rien de livré,capacity,"Deux départs, en mars",,2026-03-04

        """,
        "commitments": """
        cycle,team,briefing,dependency,text,due,effort_days,made_on
        2026-Q2,bulletins,etiquettes,,Étiquette lisible pour chaque rubrique,2026-06-30,25,2026-03-26
        2026-Q2,plannings,etiquettes,etiquettes-1,Les libellés des absences,2026-05-15,,2026-03-26

        """,
        "retrospectives": """
        cycle,team,helped,slowed,changes,author,written_at
        2026-Q1,bulletins,Des réponses en trois jours,"Les libellés, tard",,camille.aubrac,2026-03-02T10:00:00.000Z

        """,
        "reminders": """
        obligation,team,cycle,addressee,number,step,sender,sent_on,created_at
        acknowledge etiquettes-1,plannings,2026-Q2,ruben.achard,1,by_hand,hana.diallo,2026-02-19,\
        2026-02-19T08:00:00.000Z

        """,
        "relays": """
        team,cycle,practice,director,facts,suggestion,state,offered_on,due,created_at
        plannings,2026-Q2,dependencies,hana.diallo,\
        "[{""due"":""2026-02-17"",""obligation"":""acknowledge etiquettes-1"",""reminders"":1}]",make_room,closed,\
        2026-02-24,2026-03-10,2026-02-24T08:00:00.000Z

        """,
        "requests": """
        ref,requester,guest_name,invited_by,team,title,what_hurts,since,if_we_wait,people_hit,hot_potato,decider,\
        return_owner,impact,urgency,state,handled_by,triaged_on,taken_on,closed_on,outcome,answer,spent_days,\
        in_exchange,satisfaction,asked_on,created_at
        Q-1,camille.aubrac,,,bulletins,"Qui valide, et quand ?","Trois demandes attendent.
        Personne ne répond.",lundi,Rien,8,true,hana.diallo,camille.aubrac,3,2,closed,ruben.achard,2026-02-17,\
        2026-02-18,2026-02-20,urgent_project,Nous le menons,4.5,La refonte,4,2026-02-16,2026-02-16T10:00:00.000Z
        Q-2,,Solène Abiven,hana.diallo,,À qui écrire ?,Deux réponses,,,,false,,,,,new,,,,,,,0.0,,,2026-03-04,\
        2026-03-04T10:00:00.000Z

        """,
        "incidents": """
        ref,title,severity,state,started,detected,mitigated,resolved,lead,teams,customer_effect,reported_by,created_at
        I-1,"Les bulletins partent, sans net",1,reviewed,2026-02-16T06:00:00.000Z,2026-02-16T07:00:00.000Z,\
        2026-02-16T07:30:00.000Z,2026-02-16T12:00:00.000Z,hana.diallo,bulletins;plannings,"1 260 salariés.
        43 appels.",camille.aubrac,2026-02-16T07:00:00.000Z
        I-2,Lenteurs,3,open,2026-03-04T10:00:00.000Z,2026-03-04T10:05:00.000Z,,,,,,,2026-03-04T10:06:00.000Z

        """,
        "timeline": """
        incident,at,text,written_by,created_at
        I-1,2026-02-16T07:10:00.000Z,"Suspendue, enfin.",ruben.achard,2026-02-16T07:12:00.000Z
        I-2,2026-03-04T10:05:00.000Z,Huit secondes,,2026-03-04T10:06:00.000Z

        """,
        "postmortems": """
        incident,summary,factors,what_helped,written_by,published_on,published_by,created_at
        I-1,Une rubrique retirée,"[""Aucun essai"",""Une, une seule relecture""]",Le support,camille.aubrac,\
        2026-02-20,hana.diallo,2026-02-17T09:00:00.000Z
        I-2,,,,ruben.achard,,,2026-03-04T18:00:00.000Z

        """,
        "incident_actions": """
        ref,incident,what,owner,due,state,reason,settled_on,created_at
        A-1,I-1,"Comparer dix bulletins, chaque mois",camille.aubrac,2026-03-02,open,,,2026-02-20T09:00:00.000Z
        A-2,I-1,Geler les rubriques,ruben.achard,2026-03-20,refused,"Non, trop tôt",2026-02-27,\
        2026-02-20T09:00:00.000Z

        """,
        "mercatos": """
        ref,cycle,origin,state,opens_at,closes_at,publishes_at,electors,capacity_days,k,session_quorum,craft_minimum,\
        item_quorum,extended,quorum_missed,ruled_by,ruled_at,ruling,ruled_topics,selected,published_at,created_at
        2026-Q1,2026-Q1,native,published,2025-12-05T08:00:00.000Z,2025-12-11T17:00:00.000Z,2025-12-12T08:00:00.000Z,\
        hana.diallo,40,2,0.6,1,0.5,true,true,hana.diallo,2025-12-12T09:00:00.000Z,"Un seul a voté, on tranche.",t1,t1,\
        2025-12-12T09:00:00.000Z,2025-11-28T08:00:00.000Z
        quartier,2026-Q1,imported,published,2026-01-05T08:00:00.000Z,2026-01-09T17:00:00.000Z,2026-01-12T08:00:00.000Z,\
        ,60000,2,0.0,0,0.25,false,false,,,,,,2026-01-12T08:00:00.000Z,2026-01-04T08:00:00.000Z

        """,
        "candidates": """
        mercato,topic,title,problem,source,kind,effort_days,sponsor
        2026-Q1,t1,Écrire les décisions,"Six sur dix, nulle part.",pulse,improve,20,hana.diallo
        2026-Q1,t0,Trier les outils,,field,retire,30,
        quartier,p1,Un banc,,,,5000,

        """,
        "ballots": """
        mercato,voter,craft,topic,score,words,concerned,saved_at
        2026-Q1,hana.diallo,product,t0,0,,false,2025-12-08T10:00:00.000Z
        2026-Q1,hana.diallo,product,t1,3,"Oui, « vite ».",true,2025-12-08T10:00:00.000Z
        quartier,v1,other,p1,2,,false,2026-01-06T10:00:00.000Z

        """,
        "brainstorms": """
        cycle,state,held_on,minutes,invited,writing_ends_at,reopening,created_at
        2026-Q2,closed,2026-02-27,15,camille.aubrac;hana.diallo,,Il manquait le support,2026-02-20T08:00:00.000Z

        """,
        "clusters": """
        cycle,key,title,topic
        2026-Q2,2,"Écrire, vraiment",t1
        2026-Q2,5,Qui fait quoi,

        """,
        "ideas": """
        cycle,number,text,source,author,cluster
        2026-Q2,1,"Une page par décision, pas plus",pulse,hana.diallo,2
        2026-Q2,2,Un annuaire à jour,field,,5
        2026-Q2,3,Les décisions lues à voix haute,ops,,2
        2026-Q2,4,Moins d’outils,other_ops,,

        """,
        "signals": """
        cycle,kind,evidence,topic,reason,answered_by,answered_at
        2026-Q2,late_dependencies,2026-Q1,t1,,hana.diallo,2026-03-02T09:00:00.000Z
        2026-Q2,repeated_request,Q-1;Q-2;Q-3,,"Répondu, une fois pour toutes",camille.aubrac,2026-03-03T09:00:00.000Z

        """,
        "duty": """
        week,person,swapped
        2026-02-16,camille.aubrac,false
        2026-02-23,ruben.achard,true

        """,
        "comments": """
        briefing,author,at,text
        etiquettes,hana.diallo,2026-02-16T10:00:00.000Z,"« Brut » reste-t-il, @camille.aubrac ?
        Sinon, d’accord."

        """,
        "meetings": """
        ref,cycle,teams,tribe,mode,state,starts_at,length,place,reveal_on,heard,revealed_at,opened_at,closed_at,minutes,\
        moved,called_by,sequence
        r1,2026-Q2,bulletins;plannings,,sync,held,2026-03-02T13:00:00.000Z,30,Salle Moulin,,,,2026-03-02T13:00:00.000Z,\
        2026-03-02T13:25:00.000Z,"Les libellés, d’abord.
        Le reste en avril.",etiquettes-1,camille.aubrac,1
        r2,2026-Q2,bulletins;plannings,,async,open,,30,,2026-03-10,bulletins;plannings,2026-03-04T09:00:00.000Z,\
        2026-03-03T09:00:00.000Z,,,,hana.diallo,0

        """,
        "views": """
        meeting,team,author,text,written_at
        r2,bulletins,camille.aubrac,Le 15 mai nous suffit,2026-03-03T10:00:00.000Z
        r2,plannings,ruben.achard,"Le 15, sans les mi-temps",2026-03-04T09:00:00.000Z

        """,
        "actions": """
        ref,meeting,what,owner,due,done_on
        r1-a,r1,Envoyer la liste des absences,ruben.achard,2026-03-09,2026-03-04

        """,
        "decisions": """
        ref,kind,cycle,teams,briefing,meeting,what,outcome,code,reason,accepts_risk,after_freeze,decided_by,decided_on,\
        supersedes,withdrawn,carried_to
        r1/1,meeting,2026-Q2,bulletins;plannings,,r1,Les libellés d’abord,,,Ils servent à tous,false,false,\
        camille.aubrac,2026-03-02,,,
        pointage/1,initiative,2026-Q2,plannings,pointage,,Pointage hors ligne,dropped,capacity,\
        Pas de place avant l’été,false,false,hana.diallo,2026-03-04,,,

        """,
    ]

    static func load(into store: Store, _ changed: [String: String] = [:]) throws -> ImportReport {
        let bytes = files.merging(changed) { $1 }.mapValues { Array($0.utf8) }
        return try Importer(store, at: now, on: today).load(bytes)
    }

    static func store(_ database: TestDatabase) throws -> Store {
        let store = try database.store()
        let report = try load(into: store)
        try #require(report.isClean, "\(report.files.flatMap(\.problems))")
        return store
    }
}

/// The files as the exporter writes them.
func export(_ store: Store) throws -> [String: String] {
    try store.readNow { reading in
        let exporter = try Exporter(reading)
        return Dictionary(uniqueKeysWithValues: try Exporter.names.map { ($0, try exporter.file($0)) })
    }
}
