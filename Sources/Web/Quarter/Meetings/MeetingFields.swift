import HTML
import Rouage
package import WebCore

/// The fields that say when and where teams meet; the same for a new meeting and one that moves.
struct MeetingFields<Draft: Drafted> where Draft.Name: Worded {
    let form: FieldForm<Draft>
    let cycle: Cycle
    private var visit: Visit { form.visit }

    private func name(_ name: Meeting.Shift.Name) -> Draft.Name? { Draft.Name(rawValue: name.rawValue) }
    private func control(_ name: Meeting.Shift.Name) -> HTML { self.name(name).map { form.control($0) } ?? "" }

    private func day(_ name: Meeting.Shift.Name, _ stored: Day?, from: Day) -> HTML {
        form.parts.day(
            name.rawValue, name.label, hint: name.hint, stored: stored?.description ?? "", from: from, to: cycle.end)
    }

    func sync(_ timing: Meeting.Timing) -> HTML {
        """
        <div class="g3">\(day(.startsOn, timing.day, from: visit.today))\
        \(form.parts.text(Meeting.Shift.Name.startsAt.rawValue, Meeting.Shift.Name.startsAt.label, stored: timing.hour, type: "time", isShort: true))\
        \(control(.length))</div>\(control(.place))
        """
    }

    func async(_ timing: Meeting.Timing) -> HTML {
        day(.revealOn, timing.revealOn, from: timing.revealOn ?? visit.today + 1)
    }
}

extension Meeting.Shift.Name: Worded {
    package var label: Phrase {
        switch self {
        case .startsOn: Phrase(fr: "Le jour", en: "The day")
        case .startsAt: Phrase(fr: "L’heure", en: "The hour")
        case .length: Phrase(fr: "Durée, en minutes", en: "Length, in minutes")
        case .place: Phrase(fr: "Le lieu, ou l’adresse de l’appel", en: "The place, or the address of the call")
        case .revealOn: Phrase(fr: "Vues ouvertes à tous le", en: "Views open to all on")
        }
    }

    package var hint: Phrase? {
        switch self {
        case .revealOn:
            Phrase(
                fr: "Plus tôt si toutes les équipes ont écrit. Ce jour-là, même s’il en manque une.",
                en: "Sooner once every team has written. On that day even when one is missing.")
        case .startsOn, .startsAt, .length, .place: nil
        }
    }
}

extension Meeting.Invitation.Name: Worded {
    package var label: Phrase {
        switch self {
        case .teams: .teams
        case .cycle: Phrase(fr: "Le trimestre", en: "The quarter")
        case .mode: Phrase(fr: "Comment", en: "How")
        case .startsOn: Meeting.Shift.Name.startsOn.label
        case .startsAt: Meeting.Shift.Name.startsAt.label
        case .length: Meeting.Shift.Name.length.label
        case .place: Meeting.Shift.Name.place.label
        case .revealOn: Meeting.Shift.Name.revealOn.label
        }
    }

    package var hint: Phrase? { nil }
}
