/// A name and a value that tell the samples of one metric apart.
package struct Label: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A value of a metric.
package struct Sample: Sendable {
    package let value: Double
    package let labels: [Label]
    /// `_bucket`, `_sum` or `_count` for the samples of a histogram.
    let suffix: String

    package init(_ value: Double, _ labels: [Label] = [], suffix: String = "") {
        self.value = value
        self.labels = labels
        self.suffix = suffix
    }

    package init(_ value: Int, _ labels: Label...) { self.init(Double(value), labels) }

    /// A number as Prometheus reads it. Whole numbers have no point.
    static func text(of value: Double) -> String {
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if value.isNaN { return "NaN" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }
}

/// A metric: its name, its kind and a sentence about it.
package struct Metric: Sendable, Hashable {
    package enum Kind: String, Sendable { case counter, gauge, histogram }

    package let name: String
    package let kind: Kind
    package let help: String

    package init(_ kind: Kind, _ name: String, _ help: String) {
        self.kind = kind
        self.name = name
        self.help = help
    }
}

/// A metric with its current samples.
package struct Family: Sendable {
    package let metric: Metric
    package let samples: [Sample]

    package init(_ metric: Metric, _ samples: [Sample]) {
        self.metric = metric
        self.samples = samples
    }
}

/// Prometheus' text format, version 0.0.4.
package enum Exposition {
    package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    package static func text(of families: [Family]) -> String {
        var text = ""
        for family in families {
            let (name, kind) = (family.metric.name, family.metric.kind.rawValue)
            text += "# HELP \(name) \(escaped(family.metric.help, quotes: false))\n# TYPE \(name) \(kind)\n"
            for sample in family.samples { write(sample, of: name, to: &text) }
        }
        return text
    }

    private static func write(_ sample: Sample, of name: String, to text: inout String) {
        text += name
        text += sample.suffix
        if !sample.labels.isEmpty {
            text += "{"
            for (index, label) in sample.labels.enumerated() {
                if index > 0 { text += "," }
                text += "\(label.name)=\"\(escaped(label.value, quotes: true))\""
            }
            text += "}"
        }
        text += " \(Sample.text(of: sample.value))\n"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
