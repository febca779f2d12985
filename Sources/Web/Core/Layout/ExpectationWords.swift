import Rouage

/// What is expected, in words: what to do, why, the verb on the button and where it leads.
package struct ExpectationWords {
    package let title: Phrase
    package let detail: Phrase
    package let act: Phrase
    package let address: String

    package init(title: Phrase, detail: Phrase, act: Phrase, address: String) {
        self.title = title
        self.detail = detail
        self.act = act
        self.address = address
    }
}

extension Paged {
    /// What is expected of somebody about it, in words: it is done on its page, or at a part of that.
    package func expected(_ title: Phrase, _ detail: Phrase, _ act: Phrase, at part: String = "") -> ExpectationWords {
        ExpectationWords(title: title, detail: detail, act: act, address: address + part)
    }
}
