import Rouage
import Storage
import Web
import WebCore

extension TestSite {
    /// Last autumn Bulletins asked the payroll engine for each page that shows a calculation.
    package func addPast() throws {
        let pages = (1...4).map { number in
            """
            P\(number),2025-Q4,bulletins,Le calcul montré \(number),"Le calcul du prorata et son montant se relisent à \
            la main, page \(number).",Tickets,support,Chaque mois,Montrer le calcul du départ.,done
            """
        }
        let asks = (1...4).map { number in
            "PD\(number),P\(number),moteur,Le calcul \(number),deliverable,blocking,2025-11-10,delivered"
        }
        let files = [
            "cycles": "label,start,end\n2025-Q4,2025-10-01,2025-12-31\n",
            "briefings": (["ref,cycle,team,title,problem,source,source_kind,problem_size,intention,state"] + pages)
                .joined(separator: "\n"),
            "dependencies": (["ref,briefing,giving_team,what,type,criticality,needed_by,status"] + asks)
                .joined(separator: "\n"),
        ]
        let report = try Importer(store, at: clock.now(), on: today).load(files.mapValues { Array($0.utf8) })
        guard report.isClean else { throw Department.Fault(problems: report.files.flatMap(\.problems)) }
    }
}
