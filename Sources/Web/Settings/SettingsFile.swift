/// The settings in a JSON file. Faults do not stop the reading, so that an operator sees all of them at once.
package struct SettingsFile: Sendable {
    package let path: String
    package private(set) var values: [Setting: String] = [:]
    package private(set) var faults: [SettingFault] = []

    /// `bytes` are the content of the file at `path`.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        do {
            let root = try JSONText.read(bytes)
            guard case .object(let members) = root.content else {
                faults = [.inFile(path, line: root.line, words: "the text must begin with a brace")]
                return
            }
            read(members, below: "")
        } catch {
            faults = [.inFile(path, line: error.line, column: error.column, words: error.words)]
        }
    }

    private mutating func read(_ members: [(name: String, node: JSONNode)], below group: String) {
        for (part, node) in members where faults.count < Self.mostFaults {
            let name = group.isEmpty ? part : "\(group).\(part)"
            if let setting = Setting(rawValue: name) {
                take(setting, node)
            } else if Setting.allCases.contains(where: { $0.rawValue.hasPrefix("\(name).") }) {
                guard case .object(let members) = node.content else {
                    let example = Setting.allCases.first { $0.rawValue.hasPrefix("\(name).") }?.rawValue ?? ""
                    wrong(node, "\(name) must be an object with settings such as \(example), not \(node.kind)")
                    continue
                }
                read(members, below: name)
            } else if case .object(let members) = node.content, !members.isEmpty {
                read(members, below: name)
            } else {
                faults.append(
                    .unknown(
                        name, nearest: NearestName.of(name, among: Setting.allCases.map(\.rawValue)),
                        place: "\(path), line \(node.line)"))
            }
        }
    }

    private mutating func take(_ setting: Setting, _ node: JSONNode) {
        let value: String? =
            switch (setting.kind, node.content) {
            case (_, .text(let text)): text
            case (.number, .number(let number)), (.yesOrNo, .number(let number)): number
            case (.yesOrNo, .yesOrNo(let answer)): "\(answer)"
            case (.list, .list(let nodes)): Self.joined(nodes)
            default: nil
            }
        if let value {
            values[setting] = value
            return
        }
        wrong(node, "\(setting.rawValue) must be \(setting.kind.phrase)\(setting.isSecret ? "" : ", not \(node.kind)")")
    }

    /// More faults than these help nobody.
    private static let mostFaults = 20

    private mutating func wrong(_ node: JSONNode, _ words: String) {
        faults.append(.inFile(path, line: node.line, words: words))
    }

    /// The texts of a list, separated by commas; `nil` if it has anything else.
    private static func joined(_ nodes: [JSONNode]) -> String? {
        var texts: [String] = []
        for node in nodes {
            guard case .text(let text) = node.content else { return nil }
            texts.append(text)
        }
        return texts.joined(separator: ", ")
    }
}

extension Setting.Kind {
    fileprivate var phrase: String {
        switch self {
        case .text: "a text in quotes"
        case .number: "a number"
        case .yesOrNo: "true or false"
        case .list: "a list of texts in quotes"
        }
    }
}

extension JSONNode {
    fileprivate var kind: String {
        switch content {
        case .object: "an object"
        case .list: "a list"
        case .text: "a text"
        case .number(let number): "the number \(number)"
        case .yesOrNo(let answer): "\(answer)"
        case .null: "null"
        }
    }
}
