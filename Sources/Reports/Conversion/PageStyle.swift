/// How a converted notebook looks: on a phone, at a desk, in the dark and on paper.
enum PageStyle {
  static let sheet = """
    :root { --paper: #ffffff; --ink: #1c2128; --soft: #57606a; --line: #d5dae1; --well: #f5f7f9;
      --right: #11602a; --partly: #7a4a00; --wrong: #a01627; --link: #0b57b0; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14181d; --ink: #e3e7ec; --soft: #a0a9b4; --line: #39414b; --well: #1d232a;
        --right: #7ad08f; --partly: #e6b450; --wrong: #ff9a9a; --link: #86b9ff; }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 46rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto,
      "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .4rem; }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 0; }
    h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
    p, ul, ol, blockquote, pre { margin: .7rem 0; }
    a { color: var(--link); }
    header p { margin: .2rem 0; }
    .student { color: var(--soft); }
    .total { font-weight: 600; }
    section { margin-top: 2.2rem; padding-top: 1.4rem; border-top: 1px solid var(--line); }
    .status { margin: .1rem 0 .9rem; color: var(--soft); }
    .scroll { overflow-x: auto; margin: .7rem 0; }
    .formula { overflow-y: hidden; padding: .3rem 0; }
    math { font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", "Noto Sans Math", math; }
    .unread { color: var(--wrong); }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--line); }
    thead th { font-weight: 600; color: var(--soft); vertical-align: bottom; }
    tbody th { font-weight: 400; }
    .to-right { text-align: right; }
    .to-centre { text-align: center; }
    nav table { width: 100%; }
    nav tbody th { width: 60%; }
    code, pre, .value { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas,
      "DejaVu Sans Mono", monospace; font-size: .9em; }
    pre code { font-size: 1em; }
    :not(pre) > code { background: var(--well); border-radius: 3px; padding: .1em .25em; }
    pre { background: var(--well); border-radius: 6px; padding: .6rem .8rem; overflow-x: auto;
      line-height: 1.45; }
    .cell { margin: 1.1rem 0; }
    .cell > * { margin: .4rem 0; }
    .typed { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); }
    .value, .cell > .scroll { padding-left: .85rem; }
    .value { font-weight: 600; overflow-wrap: anywhere; }
    .said { border-left: 4px solid var(--soft); padding: .1rem 0 .1rem .7rem; margin: .5rem 0; }
    .said p { margin: .15rem 0; }
    .said pre { margin: .3rem 0; }
    .said .mark { font-weight: 700; }
    .said.right { border-color: var(--right); }
    .said.right .mark { color: var(--right); }
    .said.partly { border-color: var(--partly); }
    .said.partly .mark { color: var(--partly); }
    .said.wrong { border-color: var(--wrong); }
    .said.wrong .mark { color: var(--wrong); }
    .beside { color: var(--soft); }
    blockquote { margin-left: 0; padding-left: .9rem; border-left: 4px solid var(--line); }
    .reply { font-size: 1.02rem; }
    .tasks { list-style: none; padding-left: 0; }
    .tasks li { padding-left: 1.7em; text-indent: -1.7em; }
    .tasks [role=img] { display: inline-block; width: 1.7em; text-indent: 0; }
    img { max-width: 100%; height: auto; vertical-align: middle; background: #fff;
      color-scheme: light; }
    figure { margin: 1rem 0; overflow-x: auto; }
    figure svg { display: block; min-width: 600px; max-width: 100%; height: auto; }
    footer { margin-top: 3rem; color: var(--soft); font-size: .9rem; }
    @media print {
      :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --well: #f4f4f4;
        --right: #0b4d1f; --partly: #5e3900; --wrong: #8a0f1f; --link: #000; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      section { margin-top: 1.4rem; padding-top: .9rem; }
      h2, h3, .status { break-after: avoid; }
      .cell, .said, tr, blockquote, figure, img { break-inside: avoid; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      .scroll, figure { overflow: visible; }
      figure svg { min-width: 0; }
      a { text-decoration: none; }
    }
    """
}
