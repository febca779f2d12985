package enum Typography {
    package static func french(_ text: String) -> String { text }
    package static func english(_ text: String) -> String { text }
}
