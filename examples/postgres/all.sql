-- Runs every file in order: psql -v ON_ERROR_STOP=1 -d DATABASE -f examples/postgres/all.sql
\ir 01_roles.sql
\ir 02_tables.sql
\ir 03_process.sql
\ir 04_row_security.sql
\ir 05_views.sql
\ir 06_data.sql
\ir 07_year.sql
\ir 08_migration.sql
\ir 09_local_framework.sql
