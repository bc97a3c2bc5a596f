-- What does a province do that has refined the framework by an overlay of its own?
--
-- The overlay is stored once. Its digest is the name of the framework that it makes, so an immutable function may take it, and a generated
-- column under it is as sound as any. This overlay illustrates: nobody issued it. Both files are read from the top of the repository.

\set overlay `cat examples/overlays/hai-phong-illustrative.json`
select thuocdo_overlay_add('moet-4725-2022', :'overlay') as local
\gset

\set document `cat examples/hai-phong-school.json`
insert into sector.institutions (code, name, type, authority) values ('0031', 'Trường Tiểu học Sao Biển (ví dụ giả định)', 'primary', 'SO-CU');
insert into sector.cases (institution, period, framework) values ('0031', '2023-2024', :'local');
insert into sector.assessments (case_id, stream, framework, document)
    select id, 'self', framework, :'document' from sector.cases where framework = :'local';

-- By the local framework: shares and counts are answered, and the province's own condition stands in the way.
select (levels).score_low, (levels).level_low, (levels).eligible from sector.assessments where framework = :'local';
-- By the national one, which recognition goes by, the same points and no local condition.
select card #>> '{national,groups,0,score,low}' as group_1, card #>> '{national,groups,1,score,low}' as group_2,
    card #>> '{national,recognition,eligible}' as eligible
from sector.assessments, lateral thuocdo_ask('score', document, framework) as card where framework = :'local';
