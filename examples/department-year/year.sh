#!/usr/bin/env bash
# The year of a department with forty invented schools: from the workbooks that schools and assessors send to a workbook to look
# through, certificates and a page to publish. Twelve commands; everything they make goes to the folder named (else to a new one).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(realpath -m "${1:-$(mktemp -d)}")
mkdir -p "$out"
year=$out/nam-hoc-2026-2027 cases=$out/nam-hoc-2026-2027/ho-so.ndjson external=$out/nam-hoc-2026-2027/danh-gia-ngoai
cp -r "$here/nam-hoc-2026-2027" "$out/" # a copy, which grows by what is added below
rm -r "$external"                       # the assessors come later
department="UBND phường Sao Biển (ví dụ giả định)"

step() { printf '\n== %s\n' "$*"; }
# Status 1 says that something was refused, by name and with the reason: that is part of the year.
partly() { "$@" || [ $? -eq 1 ]; }

step "1. 20 May: who has sent, who is missing, what is to be mended"
partly thuocdo year "$year" --as-of 20/5/2027

step "2. A case for every school, moved on by the sheet of what was done"
partly thuocdo process --new --all --from "$year" --period 2026-2027 -o "$cases" --force

step "3. June: the assessors' results. Three assessors of one school make one external assessment"
cp -r "$here/nam-hoc-2026-2027/danh-gia-ngoai" "$year/"
thuocdo review --panel "$here"/doan-VD-03/*.xlsx -o "$external/VD-03.json" --force

step "4. to 6. Self-assessment beside external assessment: who differs, and in what"
partly thuocdo gather "$year/tu-danh-gia" -o "$out/tu-danh-gia.ndjson" --force
partly thuocdo gather "$external" -o "$out/danh-gia-ngoai.ndjson" --force
partly thuocdo review --cohort "$out/tu-danh-gia.ndjson" "$out/danh-gia-ngoai.ndjson"

step "7. The external assessments go into the cases"
partly thuocdo process "$cases" --all --add externally_assess --on 12/6/2027 --from "$external" --body "$department" -o "$cases"

step "8. Levels are recognised; who is not, and why"
partly thuocdo process "$cases" --all --add recognise --on 18/6/2027 --body "$department" -o "$cases"

step "9. A certificate for each recognised level"
partly thuocdo certify "$cases" --all -o "$out/ban-xac-nhan.ndjson" --force

step "10. Levels are published"
partly thuocdo process "$cases" --all --add publish --on 20/6/2027 --body "$department" -o "$cases"

step "11. The page for the department's site"
thuocdo cohort "$out/danh-gia-ngoai.ndjson" --register "$year/danh-sach.xlsx" --publish "$out/cong-bo.html" --force \
    --certificates "$out/ban-xac-nhan.ndjson" --authority "$department" --as-of 20/6/2027

step "12. The workbook of the year"
partly thuocdo year "$year" --as-of 21/6/2027 -o "$out/so-theo-doi.xlsx" --force
