/** What `cleanbill --help` prints. */
export const HELP = `Cleanbill reads a healthcare company's compliance records and says how ready they are, and where the gaps stand.

  cleanbill scan [dir]                     findings by file, readiness per framework, verdict of the gate
  cleanbill explain <control|rule> [dir]   control, rules, evidence line, date arithmetic, verdict
  cleanbill rules                          every rule with its severity and basis
  cleanbill docs [checkout]                regenerate the pages of a checkout of Cleanbill itself

  --as-of YYYY-MM-DD     judge as of this date (default: today in UTC)
  --framework a,b        only these frameworks: hipaa, soc2, hitrust
  --config FILE          configuration inside dir (default: cleanbill.yml or .github/cleanbill.yml)
  --format F             terminal, json or markdown
  --output FILE          write there instead of printing
  --all                  print what only asks for a person's look as well
  --warn-only            exit 0 even when the gate fails

Examples:
  cleanbill scan examples/harbor-health --as-of 2026-11-21
  cleanbill scan . --framework hipaa --format json --output report.json
  cleanbill explain "164.308(a)(1)(ii)(A)" examples/gaps-clinic

Exit status: 0 gate passed, 1 gate failed, 2 set-up wrong, 3 nothing to scan, 4 a fault of Cleanbill.
`;
