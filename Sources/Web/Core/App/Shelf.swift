import Synchronization

/// What the rooms of the product keep in memory beside the site, one thing of a type, made when it is first asked for.
package final class Shelf: Sendable {
    private let items = Mutex<[ObjectIdentifier: any Sendable]>([:])

    package func item<Item: Sendable>(_ make: () -> Item) -> Item {
        items.withLock { items in
            if let item = items[ObjectIdentifier(Item.self)] as? Item { return item }
            let item = make()
            items[ObjectIdentifier(Item.self)] = item
            return item
        }
    }
}
