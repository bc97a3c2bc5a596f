-- What does a year look like? Each step is done by whom it falls to; `set role` stands for the programme that serves them.
-- Points and days are invented.

-- VD-2001 plans, and answers in more than one sitting: a draft may be incomplete, its levels are ranges until it is not.
set role school_vd_2001;
insert into sector.cases (institution, period) values ('VD-2001', '2023-2024');
insert into sector.events (case_id, act, day) select id, 'plan', '2023-09-15' from sector.cases;
insert into sector.assessments (case_id, stream, document)
    select id, 'self', '{ "conditions": { "1.1": true }, "answers": { "1.3.1": 6, "1.3.2": 5 } }' from sector.cases;
update sector.assessments set document = document || '{
    "conditions": { "1.1": { "met": true, "evidence": [{ "title": "Kế hoạch dạy học 2023-2024 (ví dụ giả định)", "date": "2023-08-25" }] },
        "1.2": true, "2.1": true, "2.2": true },
    "answers": { "1.3.1": { "points": 6, "evidence": [{ "title": "Phần mềm dạy học (ví dụ giả định)", "uri": "https://example.vn/lop-hoc" }] },
        "1.3.2": 5, "1.3.3": 5, "1.3.4": 4, "1.3.5": 4, "1.4.1": 7.5, "1.5.1": 12, "1.5.2": 4,
        "1.6.1": { "points": 5.25, "note": "24/32 giáo viên có tài khoản" }, "1.6.2": 6, "1.6.3": 4.25, "1.7.1": 7, "1.7.2": 5, "1.7.3": 3,
        "2.3.1": 6, "2.3.2": 6, "2.3.3": 9, "2.3.4": 5, "2.3.5": 8, "2.3.6": 7.5, "2.3.7": 6, "2.3.8": 6, "2.4.1": 7, "2.4.2": 9, "2.4.3": 8, "2.x.1": 6 } }'
where stream = 'self';
-- Group 1: 24 + 7.5 + 16 + 15.5 + 15 = 78, level 3. Group 2: 53.5 + 24 + 6 = 83.5, level 3.
select (levels).* from sector.assessments;
select * from sector.evidence order by code, nth;
insert into sector.events (case_id, act, day) select id, 'self_assess', '2024-05-16' from sector.cases;

set role head_vd_2001;
insert into sector.events (case_id, act, day) select id, 'approve', '2024-05-18' from sector.cases;
insert into sector.events (case_id, act, day) select id, 'report', '2024-05-20' from sector.cases;

-- The authority finds less than the school: 75 exactly in group 1, which is level 2. Then it recognises and publishes.
set role authority_sao_bien;
insert into sector.assessments (case_id, stream, document)
    select c.id, 'external', a.document || jsonb_build_object('answers', a.document -> 'answers' || '{ "1.4.1": 5.5, "1.5.1": 11 }')
    from sector.cases c join sector.assessments a on a.case_id = c.id and a.stream = 'self' where c.institution = 'VD-2001';
select stream, (levels).* from sector.assessments order by stream;
insert into sector.events (case_id, act, day, note)
    select id, act, day, note from sector.cases,
        (values (1, 'externally_assess', date '2024-06-14', 'hai mục thấp hơn tự đánh giá'), (2, 'recognise', '2024-06-18', null), (3, 'publish', '2024-06-20', null))
            as steps (nth, act, day, note)
    where institution = 'VD-2001' order by steps.nth;

-- What everyone sees.
set role sector_public;
select code, period, group_1, group_2, overall, recognised_on from sector.published_levels;

-- VD-2002 is still writing; VD-2003 has reported; VD-2004 is recognised and not yet published; VD-2005 is another province's.
set role school_vd_2002;
insert into sector.cases (institution, period) values ('VD-2002', '2023-2024');
insert into sector.assessments (case_id, stream, document)
    select id, 'self', '{ "conditions": {}, "answers": { "1.3.1": 3 } }' from sector.cases;
set role school_vd_2005;
insert into sector.cases (institution, period) values ('VD-2005', '2023-2024');
insert into sector.assessments (case_id, stream, document)
    select id, 'self', '{ "conditions": {}, "answers": { "1.3.1": 4 } }' from sector.cases;
insert into sector.events (case_id, act, day) select id, 'plan', '2023-09-20' from sector.cases;

set role school_vd_2003;
insert into sector.cases (institution, period) values ('VD-2003', '2023-2024');
insert into sector.events (case_id, act, day) select id, 'plan', '2023-09-18' from sector.cases;
-- Condition 1.2 is not told of and 2.x.1 is not answered. Group 1: 30 + 10 + 10 + 0 + 0 = 50 exactly, level 2.
-- Group 2: 60 + 15 = 75 without 2.x.1, up to 85 with it: level 2 or 3.
insert into sector.assessments (case_id, stream, document)
    select id, 'self', '{
        "conditions": { "1.1": true, "2.1": true, "2.2": true },
        "answers": { "1.3.1": 6, "1.3.2": 6, "1.3.3": 6, "1.3.4": 6, "1.3.5": 6, "1.4.1": 10, "1.5.1": 5, "1.5.2": 5,
            "1.6.1": 0, "1.6.2": 0, "1.6.3": 0, "1.7.1": 0, "1.7.2": 0, "1.7.3": 0,
            "2.3.1": 6, "2.3.2": 6, "2.3.3": 10, "2.3.4": 6, "2.3.5": 10, "2.3.6": 10, "2.3.7": 6, "2.3.8": 6, "2.4.1": 8, "2.4.2": 7, "2.4.3": 0 } }'
    from sector.cases;
insert into sector.events (case_id, act, day) select id, 'self_assess', '2024-05-10' from sector.cases;
set role head_vd_2003;
insert into sector.events (case_id, act, day)
    select id, act, day from sector.cases, (values (1, 'approve', date '2024-05-21'), (2, 'report', '2024-06-03')) as steps (nth, act, day) order by nth;

set role school_vd_2004;
insert into sector.cases (institution, period) values ('VD-2004', '2023-2024');
insert into sector.events (case_id, act, day) select id, 'plan', '2023-09-12' from sector.cases;
-- Group 1: 24 + 8 + 16 + 15 + 15 = 78. Group 2: 5 + 5 + 8 + 5 + 7 + 7 + 5 + 5 + 6 + 9 + 7 + 7 = 76. Both level 3.
insert into sector.assessments (case_id, stream, document)
    select id, 'self', '{
        "conditions": { "1.1": true, "1.2": true, "2.1": true, "2.2": true },
        "answers": { "1.3.1": 5, "1.3.2": 5, "1.3.3": 5, "1.3.4": 5, "1.3.5": 4, "1.4.1": 8, "1.5.1": 12, "1.5.2": 4,
            "1.6.1": 5, "1.6.2": 5, "1.6.3": 5, "1.7.1": 6, "1.7.2": 5, "1.7.3": 4,
            "2.3.1": 5, "2.3.2": 5, "2.3.3": 8, "2.3.4": 5, "2.3.5": 7, "2.3.6": 7, "2.3.7": 5, "2.3.8": 5, "2.4.1": 6, "2.4.2": 9, "2.4.3": 7, "2.x.1": 7 } }'
    from sector.cases;
insert into sector.events (case_id, act, day) select id, 'self_assess', '2024-05-08' from sector.cases;
set role head_vd_2004;
insert into sector.events (case_id, act, day)
    select id, act, day from sector.cases, (values (1, 'approve', date '2024-05-09'), (2, 'report', '2024-05-15')) as steps (nth, act, day) order by nth;
set role authority_so_a;
insert into sector.assessments (case_id, stream, document)
    select c.id, 'external', a.document from sector.cases c join sector.assessments a on a.case_id = c.id where c.institution = 'VD-2004';
insert into sector.events (case_id, act, day)
    select id, act, day from sector.cases, (values (1, 'externally_assess', date '2024-06-11'), (2, 'recognise', '2024-06-17')) as steps (nth, act, day)
    where institution = 'VD-2004' order by nth;

-- Where do the province's cases stand at the end of June, and what is overdue? Nobody has assessed VD-2003, which reported three days late.
select c.institution, s.status ->> 'state' as state,
    (select string_agg(late ->> 'act' || ' ' || (late ->> 'days'), ', ') from jsonb_array_elements(s.status -> 'late') as late) as days_late,
    (select string_agg(next ->> 'act', ', ') from jsonb_array_elements(s.status -> 'next') as next) as next
from sector.cases c, lateral thuocdo_ask('process', jsonb_build_object('case', sector.case_of(c.id), 'as_of', '2024-06-30'), c.framework) as s (status)
where c.institution in ('VD-2001', 'VD-2003', 'VD-2004') order by c.institution;

reset role;
