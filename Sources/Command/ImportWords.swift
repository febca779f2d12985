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
            let fault = file.fault.map { ["\(file.name): \($0.text)"] }
            let problems = fault ?? file.problems.map { $0.text(in: file.name) }
            return [line] + (problems + file.remarkWords).map { "  \($0.onOneLine)" }
        }
        return lines.joined(separator: "\n")
    }
}

extension ImportReport.File {
    /// Remarks; of rows that repeat another, the first twenty and how many more.
    fileprivate var remarkWords: [String] {
        var repeats = 0
        let words = remarks.compactMap { remark -> String? in
            if case .repeated = remark {
                repeats += 1
                if repeats > 20 { return nil }
            }
            return "note: \(name): \(remark.text)"
        }
        return repeats > 20 ? words + ["note: \(name): \(repeats - 20) more rows repeat an earlier one."] : words
    }
}

extension ImportReport.Remark {
    fileprivate var text: String {
        switch self {
        case .readAs(let charset): "read as \(charset.rawValue)."
        case .heading(let line): "the heading is on line \(line); what stands above it is not read."
        case .filled(let rows): "\(rows.rows) shorter than the heading, filled with empty cells."
        case .passedOver(let column, let rows): "column \(column): not read in \(rows.rows), where another came first."
        case .unused(let column, let cells):
            "column \(column): \(cells) filled \(cells == 1 ? "cell" : "cells"), nothing was taken from it."
        case .repeated(let place, let earlier): "\(place) is the same record as \(earlier), and counts in its place."
        case .otherFiles(let count): "\(count) \(count == 1 ? "file is" : "files are") no page, and not read."
        }
    }
}

extension Int {
    fileprivate var rows: String { self == 1 ? "1 row" : "\(self) rows" }
}

extension String {
    /// The text on one line of a terminal, whatever a file holds.
    fileprivate var onOneLine: String {
        let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars)).replacing("  ", with: " ")
    }
}

extension ImportReport.Problem {
    func text(in file: String) -> String {
        let line = line == 0 ? file : "\(file), line \(line)"
        let place = (page ?? line) + (column.isEmpty ? "" : ", column \(column)")
        return "\(place): \(words)" + (text.isEmpty || column.isEmpty ? "" : " (\(text))")
    }

    private var words: String {
        switch reason {
        case .outOfRange(let cells) where column.isEmpty:
            "the row has \(text) cells, the heading \(cells.lowerBound): "
                + ((Int(text) ?? 0) < cells.lowerBound
                    ? "complete it, or load it with --fill." : "a text with a separator needs quotation marks.")
        case .notADay: "\(reason.phrase(.english)) Others are read with --dates, such as --dates dd/mm/yyyy."
        default: reason.phrase(.english)
        }
    }
}

extension CSV.Fault {
    var text: String {
        switch self {
        case .notUTF8: "the letters of the file cannot be read: save it as UTF-8 and try again."
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
        case .notAList: "the file holds no list of JSON objects."
        case .whichList(let names):
            "the file holds several lists: choose with --rows among \(names.joined(separator: ", "))."
        case .tooMuch(let file): "the front matter of \(file) stands for too much: write it without lists of lists."
        case .letters(let file): "the letters of \(file) cannot be read: save it as UTF-8 and try again."
        case .noPage: "there is no .md page in this folder."
        case .unreadable: "the file cannot be read."
        }
    }
}
