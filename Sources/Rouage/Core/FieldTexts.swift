import Foundation

extension Field {
    /// Texts by names that are not known beforehand. A form and a program put theirs over those that are there, and an
    /// empty one takes its name away; a cell of a file is a JSON object and says them all.
    package static func texts(_ name: Draft.Name, _ place: any Place<[String: String]>) -> Field {
        Field(name, .texts) { draft, sent, _ in
            switch sent {
            case .nothing: return nil
            case .named(let texts):
                for (name, text) in texts {
                    if text.utf8.contains(0) { return .notText }
                    draft[keyPath: place][name] = text.isEmpty ? nil : text
                }
            case .typed(let json):
                let texts = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))
                guard let texts = json.isBlank ? [:] : texts else { return .unknown }
                draft[keyPath: place] = texts
            case .several, .text, .whole, .wholes, .fraction, .flag, .texts, .rows: return .notText
            }
            return nil
        } cells: { draft, _ in
            let texts = draft[keyPath: place]
            return texts.isEmpty ? [] : [JSONCell.json(texts)]
        }
    }
}
