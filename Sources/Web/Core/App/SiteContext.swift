package import Hummingbird
package import NIOCore

/// What the server knows of a request beside the request itself.
package struct SiteContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?
    /// The connection itself, to end it when its other side takes nothing any more.
    package let channel: any Channel

    package init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
        channel = source.channel
    }
}
