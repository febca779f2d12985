extension Collection where Element == Int {
    /// The middle of the numbers in their order, or the mean of the two in the middle; nothing where there is none.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = self.sorted()
        return Double(sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}
