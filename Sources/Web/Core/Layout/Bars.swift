package import HTML

extension Part {
    /// A bar from 0 to 130 %, with a mark at 100 and a hatch beyond; its number stands beside it.
    package static func track(percent: Int) -> HTML {
        let over: HTML =
            percent > 100
            ? "<rect class=\"over\" x=\"100\" y=\"3\" width=\"\(min(percent, 130) - 100)\" height=\"8\"/>" : ""
        return """
            <svg class="track" viewBox="0 0 130 14" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="bed" x="0" y="3" width="130" height="8"/><rect class="fill" x="0" y="3" width="\(min(percent, 100))" \
            height="8"/>\(over)<path d="M100 0v14"/></svg>
            """
    }

    /// A bar of a share, with its number beside it.
    package static func bar(_ share: Double, _ words: String) -> HTML {
        let width = Int((min(1, max(0, share)) * 100).rounded())
        return """
            <span class="pbbar"><svg class="track" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="bed" width="100" height="14"/><rect class="fill" width="\(width)" height="14"/></svg><span>\(words)</span></span>
            """
    }
}
