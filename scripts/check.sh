#!/usr/bin/env bash
# Every check of the project. `npm test` and CI run this; it ends with `N passed, N failed`.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/node_modules/.bin:$PATH"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0
skipped=0

# check NAME COMMAND...: runs a command and counts it as one check; its output is shown when it fails.
check() {
  local name=$1
  shift
  if "$@" >"$scratch/out" 2>&1; then
    passed=$((passed + 1))
    echo "ok    $name"
  else
    failed=$((failed + 1))
    echo "FAIL  $name"
    tail -n 60 "$scratch/out"
  fi
}

same_dist() {
  node scripts/build.mjs "$scratch/dist" && diff -r dist "$scratch/dist" \
    || { echo 'dist/ is not what the sources build: run npm run build and commit it'; return 1; }
}

same_docs() {
  mkdir -p "$scratch/docs" && node dist/cli.js docs "$scratch/docs" || return 1
  local file status=0
  while IFS= read -r file; do
    diff "$file" "$scratch/docs/$file" || status=1
  done < <(cd "$scratch/docs" && find . -type f | sort)
  [ "$status" = 0 ] || echo 'generated pages differ: run npm run docs and commit them'
  return "$status"
}

no_places() {
  ! grep -nE '"resolved"|https?://[a-z.]*registry' package-lock.json || return 1
}

check 'type check' tsc -p .
check 'lint and format' biome check .
check 'unused code' knip
check 'dist/ is built from these sources' same_dist
check 'generated docs and schemas' same_docs
check 'the lock file names no registry' no_places
check 'README example runs on plain Node' env PATH="${PATH#*:}" node dist/cli.js scan examples/harbor-health --as-of 2026-11-21

vitest run --reporter=default --reporter=json --outputFile.json="$scratch/tests.json" || true
read -r p f s < <(node -e '
const r = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
const broken = r.testResults.filter((t) => t.status === "failed" && t.assertionResults.length === 0).length;
console.log(r.numPassedTests, r.numFailedTests + broken, r.numPendingTests + r.numTodoTests);' "$scratch/tests.json" || echo 0 1 0)
passed=$((passed + p))
failed=$((failed + f))
skipped=$((skipped + s))

if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ "$failed" = 0 ]
