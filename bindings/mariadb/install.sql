-- The functions of thuocdo, for MariaDB and MySQL. The file `libthuocdo_mariadb.so` lies in the folder that `SELECT @@plugin_dir` names.
CREATE FUNCTION thuocdo_ask RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_check RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_digest RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_eligible RETURNS INTEGER SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_explain RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_explain_json RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_framework RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_level RETURNS INTEGER SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_levels RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_plan RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_schema RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_score RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE FUNCTION thuocdo_valid RETURNS INTEGER SONAME 'libthuocdo_mariadb.so';
CREATE AGGREGATE FUNCTION thuocdo_cohort RETURNS STRING SONAME 'libthuocdo_mariadb.so';
CREATE AGGREGATE FUNCTION thuocdo_ask_many RETURNS STRING SONAME 'libthuocdo_mariadb.so';
