import HTML
import Testing

@Suite("HTML")
struct HTMLTests {
    @Test("escapes what a person wrote, wherever it goes")
    func escaping() {
        let title = "<b>Équipe</b> & 'co' \"x\""
        let row: HTML = "<td title=\"\(title)\">\(title)</td>"
        #expect(!row.text.contains("<b>"))
        #expect(row.text.contains("&lt;b&gt;Équipe&lt;/b&gt; &amp; &#39;co&#39; &quot;x&quot;"))
    }
}
