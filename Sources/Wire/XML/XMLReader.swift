import CLibXML2

/// Reads a document into a tree of elements with libxml2's pull parser. Nothing is loaded, fetched or
/// substituted.
struct XMLReader {
    static let deepest = 100
    /// The limit for elements, attributes and pieces of text together.
    static let mostNodes = 100_000

    private let reader: xmlTextReaderPtr
    private var open: [XMLElement] = []
    private var root: XMLElement?
    private var nodes = 0

    /// The root element, and what had to be repaired (`XMLRepair`). Refuses a document that is not
    /// well-formed, nests elements deeper than 100 or has too many nodes. The objection contains the line
    /// number.
    static func read(_ source: XMLSource) throws(Objection) -> (root: XMLElement, remarks: [Remark]) {
        let repaired = XMLRepair.repair(source)
        let source = try XMLGate.admit(repaired.source)
        var flags = [XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_BIG_LINES]
        if source.encoding != nil { flags.append(XML_PARSE_IGNORE_ENC) }
        let options = flags.reduce(0) { $0 | $1.rawValue }
        // Keeps the parser from printing errors. `xmlGetLastError` still returns them.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        xmlResetLastError()
        let result = source.bytes.withUnsafeBytes { bytes -> Result<XMLElement, Objection> in
            let memory = bytes.assumingMemoryBound(to: CChar.self)
            guard
                let reader = xmlReaderForMemory(
                    memory.baseAddress, Int32(memory.count), nil, source.encoding, Int32(options))
            else { return .failure(Self.parserObjection()) }
            defer { xmlFreeTextReader(reader) }
            var reading = XMLReader(reader: reader)
            return Result { () throws(Objection) in try reading.readAll() }
        }
        return (try result.get(), repaired.remarks)
    }

    private init(reader: xmlTextReaderPtr) { self.reader = reader }

    private mutating func readAll() throws(Objection) -> XMLElement {
        while true {
            switch xmlTextReaderRead(reader) {
            case 1: try take()
            case 0:
                guard let root else { throw Self.parserObjection() }
                return root
            default: throw Self.parserObjection()
            }
        }
    }

    private mutating func take() throws(Objection) {
        switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
        case XML_READER_TYPE_ELEMENT: try begin()
        case XML_READER_TYPE_END_ELEMENT: end()
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            try count()
            let text = Self.string(xmlTextReaderConstValue(reader))
            if let last = open.indices.last { open[last].children.append(.text(text)) }
        case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE, XML_READER_TYPE_ENTITY:
            throw Objection(line: line, "The file declares or uses entities, which are not allowed.")
        default: break
        }
    }

    private mutating func begin() throws(Objection) {
        try count()
        guard open.count < Self.deepest else {
            throw Objection(line: line, "The elements are nested more than \(Self.deepest) levels deep.")
        }
        var element = XMLElement(
            name: Self.string(xmlTextReaderConstLocalName(reader)),
            namespace: Self.string(xmlTextReaderConstNamespaceUri(reader)), line: line)
        let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            try count()
            element.attributes[attributeName] = Self.string(xmlTextReaderConstValue(reader))
        }
        open.append(element)
        if isEmpty { end() }
    }

    private mutating func end() {
        guard let element = open.popLast() else { return }
        if let parent = open.indices.last {
            open[parent].children.append(.element(element))
        } else {
            root = element
        }
    }

    private mutating func count() throws(Objection) {
        nodes += 1
        guard nodes <= Self.mostNodes else {
            throw Objection(line: line, "The file has more than \(Self.mostNodes) elements, attributes and text nodes.")
        }
    }

    /// The local name of an attribute without a namespace. Other attributes keep their prefix, so that an
    /// attribute of XML or of another vocabulary is not mistaken for one of NewsML.
    private var attributeName: String {
        let local = Self.string(xmlTextReaderConstLocalName(reader))
        switch Self.string(xmlTextReaderConstNamespaceUri(reader)) {
        case "": return local
        case "http://www.w3.org/XML/1998/namespace": return "xml:" + local
        default: return Self.string(xmlTextReaderConstName(reader))
        }
    }

    /// The line of the current node. The parser's own line is further on, because it reads ahead.
    private var line: Int { max(1, xmlGetLineNo(xmlTextReaderCurrentNode(reader))) }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }

    private static func parserObjection() -> Objection {
        guard let error = xmlGetLastError() else { return Objection(line: 1, "The file is not well-formed XML.") }
        let message = error.pointee.message.map { String(cString: $0).collapsed.prefix(200) } ?? ""
        let line = max(1, Int(error.pointee.line))
        return Objection(line: line, "The file is not well-formed XML: \(message).")
    }
}
