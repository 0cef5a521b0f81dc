import ArgumentParser
import Foundation
import Web

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show every setting, its value, and where the value comes from.",
        discussion:
            "Passwords and other secrets are shown as \"…\". Faults follow the table, and make the command fail.")

    @OptionGroup var installation: InstallationOptions
    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Print nothing but faults.") var check = false

    func run() async throws {
        let plan = try installation.plan()
        if json { try printJSON(plan) } else if !check { printTable(plan) }
        fflush(nil)
        _ = try plan.sources.settings()
    }

    private func printTable(_ plan: InstallationPlan) {
        let table = TextTable(
            heads: ["setting", "value", "from"],
            rows: plan.sources.entries.map { entry in
                let value = entry.setting.shown(entry.value)
                return [entry.setting.rawValue, value.isEmpty ? "-" : value, entry.origin.phrase]
            })
        for line in table.lines { print(line) }
        print("")
        print(
            "data folder: \(plan.folder.path)\(plan.folder.isMissing ? " (does not exist)" : "")")
        let exists = FileManager.default.fileExists(atPath: plan.settingsFile.path)
        print("settings file: \(plan.settingsFile.path)\(exists ? "" : " (does not exist)")")
        print("environment file: \(plan.environmentFile?.file.path ?? "none")")
    }

    private struct Report: Encodable {
        struct Entry: Encodable {
            let name, environmentVariable, value, from: String
            let isDefault: Bool
        }

        let dataFolder, settingsFile: String
        let environmentFile: String?
        let settings: [Entry]
    }

    private func printJSON(_ plan: InstallationPlan) throws {
        let report = Report(
            dataFolder: plan.folder.path, settingsFile: plan.settingsFile.path,
            environmentFile: plan.environmentFile?.file.path,
            settings: plan.sources.entries.map { entry in
                Report.Entry(
                    name: entry.setting.rawValue, environmentVariable: entry.setting.environmentName,
                    value: entry.setting.shown(entry.value), from: entry.origin.phrase,
                    isDefault: entry.origin == .standard)
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
}

extension SettingSources.Origin {
    fileprivate var phrase: String {
        switch self {
        case .standard: "default"
        case .file(let path), .environmentFile(let path): path
        case .environment(let name): "environment variable \(name)"
        case .option(let name): "option \(name)"
        }
    }
}
