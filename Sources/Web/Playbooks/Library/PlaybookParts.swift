import HTML
import Rouage
package import WebCore

/// Small parts that the pages of playbooks share.
enum PlaybookParts {
    static func state(_ visit: Visit, _ playbook: Playbook) -> HTML {
        Part.status(visit.say(playbook.state.phrase), playbook.state.dial)
    }

    static func carrier(_ visit: Visit, _ playbook: Playbook) -> HTML {
        Part.status(visit.say(playbook.carriedBy.phrase), playbook.carriedBy.dial)
    }
}

extension Phrase {
    package static let blocking = Phrase(fr: "Bloquante", en: "Blocking")
}
