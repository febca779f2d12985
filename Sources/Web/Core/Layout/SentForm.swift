package import Rouage

/// The form of a page that comes back refused, by the noun it was sent to.
extension Visit {
    /// What the person typed in the form sent to a noun of the page, when it comes back refused.
    package func typed(_ field: String, sentTo noun: String, or stored: String = "") -> String {
        isRefused(noun) ? exchange.form[field] ?? stored : stored
    }

    /// Whether the form sent to that noun is the one that comes back.
    package func isRefused(_ noun: String) -> Bool { isAgain && exchange.path.hasSuffix("/" + noun) }

    package func flaw(_ field: String, sentTo noun: String) -> Flaw? { isRefused(noun) ? flaw(field) : nil }
}
