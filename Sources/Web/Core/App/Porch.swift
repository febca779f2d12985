package import Hummingbird

/// What every request goes through, whoever answers it: the longest address, security headers, and words where the
/// router has only a status.
package struct Porch: RouterMiddleware {
    package typealias Context = SiteContext
    static let longestAddress = 8_192

    package let site: Site

    package init(site: Site) {
        self.site = site
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        if request.uri.string.utf8.count > Self.longestAddress {
            response = Response(status: .uriTooLong)
        } else {
            do { response = try await next(request, context) } catch {
                let exchange = Exchange(head: request, context, behindProxy: site.behindProxy)
                let isUnknown = (error as? any HTTPResponseError)?.status == .notFound
                response = await Problem.answer(for: isUnknown ? UnknownPlace() : error, exchange, site)
            }
        }
        for field in Answer.security where response.headers[field.name] == nil {
            response.headers[field.name] = field.value
        }
        return response
    }
}

/// Nothing is at this address, or nothing for this method.
struct UnknownPlace: Error {}
