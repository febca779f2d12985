import HTTPTypes
import Rouage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The description of the API (OpenAPI 3.1), made from the list of operations that the router answers.
enum APIDocument {
    static let bytes = APIJSON.bytes(document)

    private static var document: JSONValue {
        var paths: [String: JSONValue] = [:]
        for (path, operations) in Dictionary(grouping: API.operations, by: \.path) {
            var methods: [String: JSONValue] = [:]
            for operation in operations { methods[operation.method.rawValue.lowercased()] = described(operation) }
            paths["/api/v1" + path] = .object(methods)
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Rouage", "version": "1",
                "description": "A program acts as a person, with a bearer token and that person’s rights.",
            ],
            "security": [["bearer": []]],
            "paths": .object(paths),
            "components": [
                "schemas": schemas,
                "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
                "responses": ["Problem": problem],
            ],
        ]
    }

    private static var schemas: JSONValue {
        var named: [String: JSONValue] = [:]
        Schema.of(APIProblem.Document.self).named("Problem").collect(into: &named)
        for operation in API.operations {
            operation.result.collect(into: &named)
            operation.body?.collect(into: &named)
        }
        return .object(named)
    }

    private static let problem: JSONValue = [
        "description": "Why not (RFC 9457).",
        "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
    ]

    private static func described(_ operation: WebCore.Operation) -> JSONValue {
        var described: [String: JSONValue] = [
            "operationId": .text(operation.name), "summary": .text(operation.about),
            "parameters": .list(parameters(of: operation)), "responses": responses(of: operation),
        ]
        if let body = operation.body {
            var content: [String: JSONValue] = ["schema": body.reference]
            if let example = operation.example { content["example"] = example }
            described["requestBody"] = [
                "required": .boolean(body.isNeeded), "content": ["application/json": .object(content)],
            ]
        }
        return .object(described)
    }

    private static func parameters(of operation: WebCore.Operation) -> [JSONValue] {
        let places = operation.places.map { name -> JSONValue in
            let schema: JSONValue = name == "id" ? ["type": "string", "format": "uuid"] : ["type": "string"]
            return ["name": .text(name), "in": "path", "required": true, "schema": schema]
        }
        let filters = operation.filters + (operation.isList ? APICall.paging : [])
        let version: JSONValue = [
            "name": "If-Match", "in": "header", "required": .boolean(operation.needsVersion),
            "schema": ["type": "string"], "description": "The ETag that was read.",
        ]
        return places
            + filters.map { filter -> JSONValue in
                [
                    "name": .text(filter.name), "in": "query", "required": .boolean(filter.isRequired),
                    "schema": filter.schema.document, "description": .text(filter.about),
                ]
            } + (operation.isRead || operation.isCreation ? [] : [version])
    }

    private static func responses(of operation: WebCore.Operation) -> JSONValue {
        let answer: JSONValue = [
            "description": "Done.", "headers": ["ETag": ["schema": ["type": "string"]]],
            "content": ["application/json": ["schema": operation.result.reference]],
        ]
        var responses: [String: JSONValue] = [operation.isCreation ? "201" : "200": answer]
        var problems = [401, 403, 404, 406, 422, 429, 500, 503]
        if operation.isRead {
            responses["304"] = ["description": "As the ETag says, nothing changed."]
        } else {
            problems += [409, 413]
            if operation.body != nil { problems += [400, 415] }
            if !operation.isCreation { problems.append(412) }
            if operation.needsVersion { problems.append(428) }
        }
        for status in problems { responses[String(status)] = ["$ref": "#/components/responses/Problem"] }
        return .object(responses)
    }
}

extension Schema {
    fileprivate var isNeeded: Bool {
        guard case .object(_, let properties) = self else { return false }
        return properties.contains(where: \.isRequired)
    }

    fileprivate func named(_ name: String) -> Schema {
        guard case .object(_, let properties) = self else { return self }
        return .object(name: name, properties)
    }
}
