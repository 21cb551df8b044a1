/// The look of the page.
///
/// Indigo for what is proposed, persimmon for the one mark to look at, grey for the rest;
/// every pair of shades also differs in lightness or hatching.
enum Stylesheet {
    static let base: StaticString = """
        :root {
          --ink: #1c2033; --soft: #5b6278; --line: #dcdfe8; --hair: #ebedf3;
          --indigo: #2b3a75; --indigo-mid: #7683b4; --indigo-pale: #ccd2e8; --indigo-mist: #f3f5fa;
          --accent: #c2502a; --accent-pale: #f6e3d9; --ground: #f4f2ed; --sheet: #ffffff;
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
        body {
          margin: 0; background: var(--ground); color: var(--ink);
          font: 15px/1.75 "Yu Gothic", YuGothic, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif;
          font-feature-settings: "palt" 1; -webkit-print-color-adjust: exact; print-color-adjust: exact;
        }
        html[lang="en"] body {
          font-family: "Segoe UI", "Helvetica Neue", "Hiragino Sans", "Yu Gothic", "Noto Sans",
            "Noto Sans CJK JP", "Noto Sans JP", sans-serif;
          line-height: 1.6;
        }
        .sheet {
          max-width: 940px; margin: 40px auto; background: var(--sheet); padding: 56px 72px 40px;
          box-shadow: 0 1px 2px rgba(28, 32, 51, .06), 0 12px 40px rgba(28, 32, 51, .07);
          border-top: 5px solid var(--indigo);
        }
        .patterns { position: absolute; }
        .hatch-ground { fill: #f1f2f6; } .hatch-line { fill: #a2a9bd; }
        p { margin: 0 0 .6em; }

        .brand { display: flex; align-items: center; gap: 10px; margin-bottom: 44px; }
        .knot { width: 46px; height: 29px; }
        .cord { fill: none; stroke-width: 3; stroke-linecap: round; } .cord.over { stroke-linecap: butt; }
        .gap { fill: none; stroke: var(--sheet); stroke-width: 6; }
        .cord.a { stroke: var(--indigo); } .cord.b { stroke: var(--accent); }
        .wordmark { font-size: 15px; letter-spacing: .12em; font-weight: 600; color: var(--indigo); }
        .handling {
          margin-left: auto; font-size: 12px; letter-spacing: .04em; color: var(--accent);
          border: 1px solid currentColor; border-radius: 2px; padding: 2px 10px;
        }
        .eyebrow { font-size: 13px; letter-spacing: .14em; color: var(--soft); margin: 0 0 6px; }
        html[lang="en"] .eyebrow { text-transform: uppercase; font-size: 12px; }
        h1 { font-size: 34px; line-height: 1.3; font-weight: 600; letter-spacing: .02em; margin: 0 0 26px; }
        html[lang="en"] h1 { letter-spacing: -.005em; }
        .facts { display: flex; flex-wrap: wrap; gap: 14px 34px; margin: 0; font-size: 13.5px; }
        .facts dt { color: var(--soft); font-size: 12px; } .facts dd { margin: 0; font-weight: 500; }
        nav {
          display: flex; flex-wrap: wrap; gap: 4px 22px; margin-top: 30px; padding: 10px 0;
          border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); font-size: 13px;
        }
        nav a { color: var(--indigo); text-decoration: none; }
        nav a:hover, nav a:focus { text-decoration: underline; text-underline-offset: 4px; }

        section { margin-top: 60px; }
        h2 {
          font-size: 21px; font-weight: 600; line-height: 1.4; margin: 0 0 10px; letter-spacing: .01em;
          padding-top: 16px; background: linear-gradient(var(--accent), var(--accent)) 0 0 / 28px 3px no-repeat;
        }
        .lead { font-size: 15px; color: var(--ink); margin-bottom: 20px; max-width: 46em; }
        .note { font-size: 12.5px; color: var(--soft); line-height: 1.65; margin: 8px 0 0; }
        .nothing {
          color: var(--soft); background: var(--indigo-mist); border-left: 3px solid var(--indigo-pale);
          padding: 12px 18px; font-size: 14px;
        }
        .sentence { font-size: 18px; line-height: 1.7; font-weight: 500; margin: 0 0 10px; }
        .sentence, .lead, h1, h2, caption { text-wrap: pretty; word-break: auto-phrase; }
        .together { white-space: nowrap; }

        #summary { margin-top: 44px; }
        #summary h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .hero { display: grid; grid-template-columns: auto 1fr; gap: 44px; align-items: center; }
        .big {
          font-size: 76px; line-height: 1; font-weight: 600; letter-spacing: -.03em; color: var(--indigo);
          margin: 0 0 8px; font-variant-numeric: tabular-nums; white-space: nowrap;
        }
        .big.absent { color: var(--line); font-weight: 300; }
        .fraction {
          font-size: 17px; color: var(--soft); margin: 0; font-variant-numeric: tabular-nums;
          border-top: 1px solid var(--line); padding-top: 8px;
        }
        .hero .chart { max-width: 440px; margin: 4px 0 0 -8px; }

        .cards { display: grid; grid-template-columns: repeat(4, 1fr); margin: 40px 0 28px; gap: 0; }
        .card { padding: 2px 20px 0; border-left: 1px solid var(--line); }
        .card-title { font-size: 13px; color: var(--soft); margin: 0; letter-spacing: .02em; }
        .card-number {
          font-size: 32px; line-height: 1.3; font-weight: 600; margin: 0 0 6px;
          font-variant-numeric: tabular-nums; letter-spacing: -.01em;
        }
        .card-number small { font-size: 13px; font-weight: 400; margin-left: 3px; color: var(--soft); }
        .card.last { border-left: 3px solid var(--indigo); } .card.last .card-number { color: var(--indigo); }
        .card .bar { max-width: none; margin: 2px 0 8px; }
        .card-note {
          font-size: 12px; color: var(--soft); line-height: 1.6; margin: 0; font-variant-numeric: tabular-nums;
        }

        table {
          width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.55; margin: 18px 0 0;
          font-variant-numeric: tabular-nums;
        }
        caption {
          text-align: left; font-weight: 600; font-size: 14.5px; padding: 14px 0 8px; color: var(--ink);
        }
        caption small { font-weight: 400; color: var(--soft); font-size: 12px; }
        thead th {
          font-weight: 500; font-size: 12px; color: var(--soft); text-align: left; vertical-align: bottom;
          padding: 0 12px 6px 0; border-bottom: 1.5px solid var(--ink); line-height: 1.4;
        }
        td, tbody th {
          padding: 6px 12px 6px 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top;
        }
        tbody th { font-weight: 500; }
        th:last-child, td:last-child { padding-right: 0; }
        .number { text-align: right; white-space: nowrap; }
        .supply .number { text-align: right; } .supply thead .number { white-space: normal; }
        .small { font-size: 12.5px; }
        .bars td, .bars tbody th { vertical-align: middle; }
        .bars tbody th { width: 24%; line-height: 1.45; } .chart-cell { width: 32%; }
        .groups tbody th { width: 17%; } .groups .chart-cell { width: 24%; } .groups .chart-cell:last-child { width: 19%; }
        .rules tbody th { width: 34%; } .rules .chart-cell { width: 27%; }
        .rules thead .number { white-space: normal; width: 13%; }
        html[lang="en"] tbody th::first-letter, html[lang="en"] caption::first-letter,
        html[lang="en"] .goals td::first-letter, html[lang="en"] .pairs th::first-letter { text-transform: uppercase; }
        .obstacle { color: var(--soft); font-size: 12px; text-align: right; }
        .advice { font-size: 12.5px; color: var(--soft); width: 40%; }
        .error { color: var(--accent); white-space: nowrap; font-weight: 600; }
        .warning { color: var(--soft); white-space: nowrap; }
        .pairs thead th { white-space: nowrap; } .pairs .id { white-space: nowrap; font-weight: 500; max-width: 11em; overflow: hidden; text-overflow: ellipsis; }
        .pairs .chart-cell { width: 60px; padding-left: 0; vertical-align: middle; } .pairs td { line-height: 1.5; }
        .tag {
          font-size: 11px; border: 1px solid var(--indigo-mid); color: var(--indigo); border-radius: 2px;
          padding: 0 5px; margin-right: 6px;
        }
        .definitions td { font-size: 12.5px; } .definitions tbody th { width: 22%; }
        .definitions td, .definitions tbody th { vertical-align: top; }

        .proof { display: grid; grid-template-columns: 104px 1fr; gap: 34px; align-items: start; }
        .proof table { max-width: 560px; margin-top: 10px; }
        .proof > div:only-child { grid-column: 1 / 3; }
        .seal { width: 104px; height: 104px; transform: rotate(-7deg); margin-top: 4px; }
        .ring { fill: none; stroke: var(--accent); stroke-width: 2.6; } .ring.thin { stroke-width: .9; }
        .seal text { fill: var(--accent); font-weight: 700; }
        .seal-large { font-size: 25px; letter-spacing: .06em; } .seal-small { font-size: 13.5px; letter-spacing: .05em; }
        .seal-under { font-size: 11.5px; letter-spacing: .1em; }
        .open-seal .ring { stroke: var(--soft); stroke-dasharray: 5 3; } .open-seal text { fill: var(--soft); }

        figure { margin: 0; } figcaption { font-size: 12.5px; color: var(--soft); margin-top: 4px; }
        svg { display: block; } svg text { font-variant-numeric: tabular-nums; }
        .chart { width: 100%; height: auto; } .bar { width: 100%; height: auto; max-width: 240px; }
        .axis { stroke: var(--ink); stroke-width: 1; } .grid { stroke: var(--line); stroke-width: 1; }
        .tick { font-size: 10.5px; fill: var(--soft); } .note-text, svg .note { font-size: 10.5px; fill: var(--soft); }
        .value { font-size: 10.5px; fill: var(--ink); } .label { font-size: 11.5px; fill: var(--ink); }
        .group { font-size: 12.5px; font-weight: 600; fill: var(--ink); }
        .matched { fill: var(--indigo); background: var(--indigo); }
        .open { fill: url(#hatch); stroke: #8a92aa; stroke-width: .8; }
        .key.open {
          background: repeating-linear-gradient(45deg, #f1f2f6 0 3px, #a2a9bd 3px 5px); border: 1px solid #8a92aa;
        }
        .out { fill: #fff; stroke: #b9bfcf; stroke-width: .8; stroke-dasharray: 2 2; }
        .key.out { background: #fff; border: 1px dashed #9aa1b5; }
        .strong { fill: var(--indigo); background: var(--indigo); } .faint { fill: var(--indigo-pale); background: var(--indigo-pale); }
        .limit { stroke: var(--accent); stroke-width: 1.2; stroke-dasharray: 4 3; }
        .limit-label, .median-label { font-size: 11.5px; fill: var(--accent); font-weight: 600; }
        .whisker { stroke: var(--ink); stroke-width: 1; }
        .box { fill: var(--indigo-pale); stroke: var(--ink); stroke-width: .8; }
        .median { fill: var(--accent); stroke: #fff; stroke-width: 1.4; }
        .band { fill: var(--indigo-pale); stroke: var(--indigo); stroke-width: .8; }
        .track { stroke: var(--line); stroke-width: 1; } .overall { stroke: var(--accent); stroke-width: 1.1; stroke-dasharray: 2.5 2; }
        .ci { stroke: var(--indigo-mid); stroke-width: 2.4; } .dot { fill: var(--indigo); stroke: #fff; stroke-width: 1; }
        .legend { display: flex; flex-wrap: wrap; gap: 4px 24px; font-size: 12.5px; margin: 0 0 4px; }
        .legend > span { display: inline-flex; align-items: center; gap: 8px; }
        .key { display: inline-block; width: 22px; height: 11px; }

        .terms { margin: 28px 0 0; font-size: 13px; columns: 2; column-gap: 44px; }
        .terms > div { break-inside: avoid; margin-bottom: 12px; }
        .terms dt { font-weight: 600; } .terms dd { margin: 0; color: var(--soft); line-height: 1.65; }
        .privacy {
          margin-top: 30px; border: 1px solid var(--accent); padding: 16px 22px; font-size: 13.5px;
          break-inside: avoid;
        }
        .privacy .card-title { color: var(--accent); font-weight: 600; letter-spacing: .08em; margin-bottom: 4px; }
        .privacy p:last-child { margin: 0; }
        footer { margin-top: 44px; border-top: 1px solid var(--line); padding-top: 12px; font-size: 12px; color: var(--soft); }

        @media screen and (max-width: 760px) {
          .sheet { margin: 0; padding: 28px 20px; } .hero, .proof { grid-template-columns: 1fr; gap: 20px; }
          .cards { grid-template-columns: repeat(2, 1fr); row-gap: 22px; } .terms { columns: 1; }
          section { overflow-x: auto; } h1 { font-size: 26px; } .big { font-size: 60px; }
        }
        @page { size: A4; margin: 16mm 15mm 18mm; }
        @media print {
          body { background: none; font-size: 9.6pt; line-height: 1.6; }
          .sheet { margin: 0; padding: 0; max-width: none; box-shadow: none; border-top: 0; }
          nav { display: none; } section { margin-top: 8mm; }
          h1 { font-size: 22pt; } h2 { font-size: 14pt; } h2, caption, .lead, .legend { break-after: avoid; }
          .masthead { margin-bottom: -4mm; } .cards { margin: 7mm 0 5mm; } .sentence { font-size: 12.5pt; line-height: 1.6; }
          .brand { margin-bottom: 6mm; } h1 { margin-bottom: 5mm; } .seal { width: 88px; height: 88px; }
          .big { font-size: 50pt; } .card { padding: 0 12px; } .card-number { font-size: 22pt; }
          table { font-size: 8.8pt; } .small, .definitions td { font-size: 8.2pt; }
          thead { display: table-header-group; break-after: avoid; } tbody tr:first-child { break-before: avoid; }
          td, tbody th { padding-top: 4px; padding-bottom: 4px; } tr, figure, h2, .keep, .hero, .cards, .proof { break-inside: avoid; }
          .facts, .lead { font-size: 9.6pt; } .note, .card-note, figcaption { font-size: 8pt; }
        }
        """

    static let japanesePrint: StaticString = """
        @page { @bottom-left { content: "取扱注意　個人の識別番号を含みます"; font-size: 7.5pt; color: #5b6278; }
          @bottom-right { content: counter(page) " / " counter(pages); font-size: 7.5pt; color: #5b6278; } }
        """

    static let englishPrint: StaticString = """
        @page { @bottom-left { content: "Confidential: contains ids of people"; font-size: 7.5pt; color: #5b6278; }
          @bottom-right { content: counter(page) " / " counter(pages); font-size: 7.5pt; color: #5b6278; } }
        """

    /// For pages that show sums and no person.
    static let plainPrint: StaticString = """
        @page { @bottom-right { content: counter(page) " / " counter(pages); font-size: 7.5pt; color: #5b6278; } }
        """
}
