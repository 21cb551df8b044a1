import Records

extension PipelineError {
    /// The messages about made-up years.
    var yearsLines: [Bilingual] {
        switch self {
        case .yearsUnfit:
            [
                Bilingual(
                    ja: "--years と --answers は kind: pairs のプログラムで使えます。",
                    en: "--years and --answers go with a programme of kind 'pairs'.")
            ]
        case .noRuns(let folder):
            [
                Bilingual(
                    ja:
                        "\(folder) には、このプログラムの実行結果（matches.csv と manifest.json のあるフォルダー）がありません。match の出力先を置いたフォルダーを指定してください。",
                    en:
                        "\(folder) holds no run of this programme (a folder with matches.csv and manifest.json). Name the folder in which the outputs of match stand."
                )
            ]
        default: []
        }
    }
}
