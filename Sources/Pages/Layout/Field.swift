import Markup
import Newsroom

/// A form field with its label, its hint and the refusal that concerns it.
struct Field {
    enum Kind { case line, email, password, digits, time, text(rows: Int) }

    let name: StaticString
    let label: String
    var kind = Kind.line
    var hint: String?
    /// The note beside the label of a field that may stay empty.
    var optional: String?
    /// Whether browsers refuse to send the form without it. A field with a note may always stay empty.
    var isRequired = true
    var value = ""
    /// The slot that fills an empty field for one visitor.
    var slot: PageSlot?
    var autocomplete: StaticString?
    var refusal: Refusal?
    /// The prefix of `id`s, for pages with several such forms.
    var form: String = ""
    /// The refusal as it stands at this field; `nil` if it stands above the form.
    var note: HTML?

    func html() -> HTML {
        let optional = optional.map { " <span class=\"optional\">(\($0))</span>" as HTML }
        let hint = hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>\n" as HTML }
        return """
            <div class="field">
            <label for="\(id)">\(label)\(optional)</label>
            \(isRefused ? note : nil)\(control)\(hint)</div>

            """
    }

    private var id: String { "\(form)\(name)" }

    private var isRefused: Bool { refusal?.field.map { $0 == "\(name)" } ?? false }

    private var control: HTML {
        switch kind {
        case .line: "<input type=\"text\" \(attributes) value=\"\(value)\(slot?.html())\">\n"
        case .email: "<input type=\"email\" \(attributes) value=\"\(value)\">\n"
        case .password: "<input type=\"password\" \(attributes)>\n"
        case .digits: "<input type=\"text\" inputmode=\"numeric\" maxlength=\"32\" \(attributes)>\n"
        case .time: "<input type=\"datetime-local\" \(attributes) value=\"\(value)\">\n"
        case .text(let rows): "<textarea rows=\"\(rows)\" \(attributes)>\n\(value)</textarea>\n"
        }
    }

    private var attributes: HTML {
        var out: HTML = "id=\"\(id)\" name=\"\(HTML(stringLiteral: name))\" dir=\"auto\""
        if let autocomplete { out.append(" autocomplete=\"\(HTML(stringLiteral: autocomplete))\"") }
        if optional == nil, isRequired { out.append(" required") }
        if let described { out.append(" aria-describedby=\"\(described)\"") }
        if isRefused { out.append(" aria-invalid=\"true\" autofocus") }
        return out
    }

    private var described: String? {
        let parts = [isRefused ? "\(form)refusal" : nil, hint == nil ? nil : "\(id)-hint"].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

extension Refusal {
    /// The message above a form that was refused. It has the focus unless a field of the form is at fault.
    func note(in context: SiteContext, form: String = "") -> HTML {
        let focus: HTML = field == nil ? " autofocus" : ""
        return """
            <p class="refusal" role="alert" id="\(form)refusal" tabindex="-1"\(focus)>\
            \(context.words.refusals.sentence(self))</p>

            """
    }
}
