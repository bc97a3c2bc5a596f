#!/usr/bin/env bash
# A year of a small invented district, with real commands: overlay, forms, self-assessments, approvals, external assessments, review,
# certificates, publication. Everything it makes goes to the folder named (else to a new one).
set -euo pipefail
out=$(realpath -m "${1:-$(mktemp -d)}")
mkdir -p "$out"
cd "$(dirname "$0")"
overlay=(--overlay ../overlays/hai-phong-illustrative.json)

step() { printf '\n== %s\n' "$*"; }
school() { grep "\"$2\"" "$1"; } # the one line of a file that is of this school
# One event of a school's case: school, act, day, role, body, and an assessment where the act rests on one.
event() {
    local case="$out/$1.case.json"
    thuocdo process "$case" "${overlay[@]}" --add "$2" --on "$3" --role "$4" --body "$5" ${6:+--assessment "$6"} -o "$case"
}

step "The overlay: what the province asks for, and that nothing national is touched"
thuocdo overlay check ../overlays/hai-phong-illustrative.json

step "A form for the schools to fill in"
thuocdo form "${overlay[@]}" -o "$out/form.xlsx" --force

step "Self-assessments: what schools say of themselves, and how good the data is"
thuocdo score self.ndjson "${overlay[@]}"
thuocdo quality self.ndjson "${overlay[@]}" --as-of 2024-05-31

step "What the school with the fewest points could do to reach level 3"
school self.ndjson VD-1002 > "$out/VD-1002.self.json"
thuocdo plan "$out/VD-1002.self.json" "${overlay[@]}" --target 3

step "Plans, self-assessments, approvals and reports of the four schools"
department="Phòng Giáo dục và Đào tạo quận Sao Biển (ví dụ giả định)"
for day in VD-1001:2024-05-20 VD-1002:2024-06-03 VD-1003:2024-05-22 VD-1004:2024-05-24; do
    code=${day%%:*}
    school self.ndjson "$code" > "$out/$code.self.json"
    body="Trường $code (ví dụ giả định)"
    thuocdo process --new --institution-code "$code" --period 2023-2024 -o "$out/$code.case.json" --force
    event "$code" plan 2023-09-15 institution "$body"
    event "$code" self_assess 2024-05-16 institution "$body" "$out/$code.self.json"
    event "$code" approve 2024-05-18 head "$body"
    event "$code" report "${day#*:}" head "$body"
done

step "One report is returned for more, and comes again"
event VD-1004 return 2024-05-27 authority "$department"
event VD-1004 report 2024-05-30 head "$body"

step "Where a case stands on 1 June: one school is late"
thuocdo process "$out/VD-1002.case.json" "${overlay[@]}" --as-of 2024-06-01

step "A panel of three looks at one school"
school external.ndjson VD-1001 > "$out/VD-1001.external.json"
sed 's/"points":12/"points":10/' "$out/VD-1001.external.json" > "$out/assessor-2.json"
sed 's/"points":12/"points":13/' "$out/VD-1001.external.json" > "$out/assessor-3.json"
thuocdo review "${overlay[@]}" --panel "$out/VD-1001.external.json" "$out/assessor-2.json" "$out/assessor-3.json"

step "External assessment beside self-assessment: one school, then all"
thuocdo review "$out/VD-1001.self.json" "$out/VD-1001.external.json" "${overlay[@]}"
thuocdo review --cohort self.ndjson external.ndjson "${overlay[@]}"

step "The authority assesses and recognises; a signing key is the caller's own"
printf '%064d\n' 7 > "$out/seed.hex" # an example's key: never use one that is published
: > "$out/certificates.ndjson"
for code in VD-1001 VD-1002 VD-1003 VD-1004; do
    school external.ndjson "$code" > "$out/$code.external.json"
    event "$code" externally_assess 2024-06-14 authority "$department" "$out/$code.external.json"
    if event "$code" recognise 2024-06-18 authority "$department"; then
        thuocdo certify "$out/$code.case.json" "${overlay[@]}" --key "$out/seed.hex" | tee -a "$out/certificates.ndjson" > "$out/$code.certificate.json"
        event "$code" publish 2024-06-20 authority "$department"
        sed 's/.*"key":"\([0-9a-f]*\)".*/\1/' "$out/$code.certificate.json" > "$out/public.hex" # in earnest: the key that the authority made known
        thuocdo verify "$out/$code.certificate.json" "$out/$code.case.json" "${overlay[@]}" --trusted "$out/public.hex"
    else
        echo "$code is not recognised"
    fi
done

step "A changed case is found out"
sed 's/"points":12/"points":15/' "$out/VD-1001.case.json" > "$out/changed.case.json"
if thuocdo verify "$out/VD-1001.certificate.json" "$out/changed.case.json" "${overlay[@]}"; then exit 1; fi
echo "refused"

step "The year before and this one"
thuocdo course last-year.ndjson "$out/VD-1001.external.json" "${overlay[@]}"

step "The district counted, and its list published"
thuocdo cohort external.ndjson "${overlay[@]}" --of national --register register.json
for ending in html csv xlsx; do
    thuocdo cohort external.ndjson "${overlay[@]}" --of national --register register.json --format json --publish "$out/list.$ending" \
        --certificates "$out/certificates.ndjson" --trusted "$out/public.hex" --authority "$department" --as-of 2024-06-20 --force > "$out/cohort.json"
done
