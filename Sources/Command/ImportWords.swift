import Foundation
import Rouage
import Storage
import Web
import WebCore

extension ImportReport {
    /// The report as people read it: one line a file, then each refused row with its reason.
    func text(isDryRun: Bool) -> String {
        let lines = files.flatMap { file -> [String] in
            var line =
                "\(file.name): \(file.read) read, \(file.created) created, \(file.updated) updated, "
                + "\(file.unchanged) unchanged, \(file.refused) refused"
            if isDryRun {
                line += "; nothing was written, as asked"
            } else if !file.isKept {
                line += "; nothing of this file was written"
            }
            return [line] + file.problems.map { "  \($0.text(in: file.name))" }
        }
        return lines.joined(separator: "\n")
    }
}

extension ImportReport.Problem {
    func text(in file: String) -> String {
        let place = (page ?? "\(file), line \(line)") + (column.isEmpty ? "" : ", column \(column)")
        return "\(place): \(reason.phrase(.english))" + (text.isEmpty ? "" : " (\(text))")
    }
}

extension CSV.Fault {
    var text: String {
        switch self {
        case .notUTF8: "the file is not UTF-8: save it as UTF-8 and try again."
        case .holdsNUL: "the file holds a NUL byte: it is not a text file."
        case .openQuote(let line): "the quotation mark opened on line \(line) is never closed."
        case .empty: "the file is empty."
        }
    }
}

extension ForeignFile.Fault {
    var text: String {
        switch self {
        case .notAnObject(let line): "line \(line) is not a JSON object."
        case .frontMatter(let file): "the front matter of \(file) is not YAML."
        case .noPage: "there is no .md page in this folder."
        case .unreadable: "the file cannot be read."
        }
    }
}
