-- Which bodies and schools are there? All of them are invented, and say so: “ví dụ giả định” is Vietnamese for invented example.

insert into sector.authorities (code, name, above) values
    ('SO-A', 'Sở Giáo dục và Đào tạo tỉnh A (ví dụ giả định)', null),
    ('SAO-BIEN', 'UBND phường Sao Biển (ví dụ giả định)', 'SO-A'),
    ('DOI-THONG', 'UBND xã Đồi Thông (ví dụ giả định)', 'SO-A'),
    ('SO-B', 'Sở Giáo dục và Đào tạo tỉnh B (ví dụ giả định)', null);

insert into sector.institutions (code, name, type, authority) values
    ('VD-2001', 'Trường Tiểu học Hoa Mai (ví dụ giả định)', 'primary', 'SAO-BIEN'),
    ('VD-2002', 'Trường Trung học cơ sở Bến Thuyền (ví dụ giả định)', 'lower_secondary', 'SAO-BIEN'),
    ('VD-2003', 'Trường Tiểu học Lá Thông (ví dụ giả định)', 'primary', 'DOI-THONG'),
    ('VD-2004', 'Trường Trung học phổ thông Hải Đăng (ví dụ giả định)', 'upper_secondary', 'SO-A'),
    ('VD-2005', 'Trường Tiểu học Bên Sông (ví dụ giả định)', 'primary', 'SO-B');

-- A role for each institution, for its head, and for each body.
insert into sector.actors (role, part, institution, authority, body)
select 'school_' || replace(lower(code), '-', '_'), 'institution', code, null, name from sector.institutions
union all
select 'head_' || replace(lower(code), '-', '_'), 'head', code, null, name from sector.institutions
union all
select 'authority_' || replace(lower(code), '-', '_'), 'authority', null, code, name from sector.authorities;

select format('create role %I nologin', role) from sector.actors where not exists (select from pg_roles where rolname = role)
\gexec
select format('grant %I to %I', case part when 'authority' then 'sector_authority' else 'sector_school' end, role) from sector.actors
\gexec
select format('grant %I to sector_app', role) from sector.actors
\gexec
grant sector_public to sector_app;
