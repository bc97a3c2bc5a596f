-- What becomes of a table in which levels were computed by a formula of one's own?
--
-- The vendor's table below is invented, and so is its formula; its four mistakes are those that such formulas make:
-- 75 exactly is level 3 in it, points over a maximum are added all the same, what is missing counts as zero, and conditions are not looked at.

create schema vendor;

create table vendor.answers (school text, indicator text, points numeric);
create table vendor.conditions (school text, condition text, met boolean);

-- One whole sheet, on which every other is a change: group 1 has 24 + 7 + 16 + 15 + 15 = 77 points, group 2 has 53 + 24 + 6 = 83.
create table vendor.sheet (indicator text primary key, points numeric);
insert into vendor.sheet values
    ('1.3.1', 6), ('1.3.2', 5), ('1.3.3', 5), ('1.3.4', 4), ('1.3.5', 4), ('1.4.1', 7), ('1.5.1', 12), ('1.5.2', 4),
    ('1.6.1', 5), ('1.6.2', 6), ('1.6.3', 4), ('1.7.1', 7), ('1.7.2', 5), ('1.7.3', 3),
    ('2.3.1', 6), ('2.3.2', 6), ('2.3.3', 9), ('2.3.4', 5), ('2.3.5', 8), ('2.3.6', 7), ('2.3.7', 6), ('2.3.8', 6),
    ('2.4.1', 7), ('2.4.2', 9), ('2.4.3', 8), ('2.x.1', 6);

create table vendor.changes (school text, indicator text, points numeric);
insert into vendor.changes values
    ('CU-02', '1.4.1', 5),                     -- 75 exactly
    ('CU-03', '1.3.1', 9),                     -- 9 of 6
    ('CU-04', '1.5.1', null),                  -- not answered: 65, up to 80
    ('CU-06', '1.4.1', 5.01),                  -- 75.01
    ('CU-07', '2.3.3', 8.125);                 -- an eighth, where points have two decimals

insert into vendor.answers
    select school, s.indicator, case when c.school is null then s.points else c.points end
    from (select 'CU-0' || n as school from generate_series(1, 7) as n) as schools
    cross join vendor.sheet s left join vendor.changes c using (school, indicator);
insert into vendor.conditions
    select 'CU-0' || n, condition, true from generate_series(1, 7) as n, unnest(array['1.1', '1.2', '2.1', '2.2']) as condition;
-- CU-05 does not meet a condition.
update vendor.conditions set met = false where (school, condition) = ('CU-05', '2.1');

-- His own levels, as his formula has them.
create table vendor.results as
    select school, groups.code as group_code, sum(points) as points,
        case when sum(coalesce(points, 0)) >= 75 then 3 when sum(coalesce(points, 0)) >= 50 then 2 else 1 end as level
    from vendor.answers join (values ('1'), ('2')) as groups (code) on starts_with(indicator, groups.code || '.')
    group by school, groups.code;

-- Each school's answers become a document, and what the framework says of the document stands beside it. Null means missing, here as there.
create table vendor.migrated as
    select school, document, thuocdo_check(document) as violations
    from (select school, jsonb_build_object('conditions', c.conditions, 'answers', a.answers) as document
        from (select school, jsonb_object_agg(indicator, points) as answers from vendor.answers group by school) as a
        join (select school, jsonb_object_agg(condition, met) as conditions from vendor.conditions group by school) as c using (school)) as documents;

-- A refused document is not scored: somebody has to ask the school.
create view vendor.computed as
    select m.school, g.value ->> 'code' as group_code, (g.value #>> '{score,low}')::numeric as low, (g.value #>> '{score,high}')::numeric as high,
        (g.value #>> '{level,low}')::integer as level_low, (g.value #>> '{level,high}')::integer as level_high,
        (select string_agg(b ->> 'code' || ' ' || (b ->> 'at'), ', ')
            from jsonb_array_elements(card #> '{recognition,blockers}') as b where b ->> 'group' = g.value ->> 'code') as blockers
    from (select school, document from vendor.migrated where violations = '[]' offset 0) as m,
        lateral thuocdo_score(m.document) as card, lateral jsonb_array_elements(card -> 'groups') as g;

-- The report: where his formula and the framework disagree, and why. What he would rather see first comes first.
create view vendor.report as
    select r.school, r.group_code, r.points as his_points, r.level as his_level, c.low, c.high, c.level_low, c.level_high,
        case
            when m.violations <> '[]' then (select string_agg(v ->> 'code' || ' ' || (v ->> 'at'), ', ') from jsonb_array_elements(m.violations) as v)
            when c.level_low <> c.level_high then 'open until answered'
            when c.level_low <> r.level then 'another level'
            when c.blockers is not null then c.blockers
            else 'agrees'
        end as finding
    from vendor.results r join vendor.migrated m using (school) left join vendor.computed c using (school, group_code);

-- Group by group; a school that is refused is refused as a whole.
select * from vendor.report where finding <> 'agrees' order by school, group_code;
select finding, count(*) from vendor.report group by finding order by finding;

-- What is not refused moves into the tables of 02_tables.sql, where its levels are computed again.
insert into sector.authorities (code, name) values ('SO-CU', 'Sở Giáo dục và Đào tạo của bảng cũ (ví dụ giả định)');
insert into sector.institutions (code, name, type, authority)
    select school, 'Trường ' || school || ' (ví dụ giả định)', 'primary', 'SO-CU' from vendor.migrated;
insert into sector.cases (institution, period) select school, '2022-2023' from vendor.migrated where violations = '[]';
insert into sector.assessments (case_id, stream, document)
    select c.id, 'self', m.document from vendor.migrated m join sector.cases c on c.institution = m.school where m.violations = '[]';
select count(*) as moved from sector.assessments a join sector.cases c on c.id = a.case_id where c.period = '2022-2023';
