-- The schema sorts before others, because pg_dump writes data in the order of schemas' and tables' names: what is computed while a table is
-- restored finds the frameworks that it names.
CREATE SCHEMA _thuocdo;

CREATE TABLE _thuocdo.frameworks (
    digest text PRIMARY KEY,
    document text NOT NULL,
    -- No foreign key: pg_dump would warn of its circle each time, and what is read is checked anyway.
    base text,
    added_at timestamptz NOT NULL DEFAULT now(),
    added_by text NOT NULL,
    CONSTRAINT the_digest_is_of_the_document
        CHECK (base IS NOT NULL OR digest = 'sha256:' || encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);
COMMENT ON TABLE _thuocdo.frameworks IS
    'Frameworks and overlays of one''s own, each named by the digest of the framework that it is or makes. Filled by thuocdo_framework_add and thuocdo_overlay_add.';
COMMENT ON COLUMN _thuocdo.frameworks.document IS 'The framework or the overlay as canonical JSON.';
COMMENT ON COLUMN _thuocdo.frameworks.base IS 'Of an overlay: the framework on which it is laid.';

SELECT pg_catalog.pg_extension_config_dump('_thuocdo.frameworks', '');

-- Of whoever installs: the extension is trusted, so that need not be a superuser, and what a function does in the name of its owner is then
-- no superuser's doing either.
ALTER SCHEMA _thuocdo OWNER TO @extowner@;
ALTER TABLE _thuocdo.frameworks OWNER TO @extowner@;

-- Whoever may call a function may know what it computes by. Nobody may add a row but through the functions, which see that it can be used; who
-- may call these is granted.
GRANT USAGE ON SCHEMA _thuocdo TO PUBLIC;
GRANT SELECT ON _thuocdo.frameworks TO PUBLIC;

CREATE FUNCTION _thuocdo.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE = 'object_not_in_prerequisite_state',
        MESSAGE = CASE current_setting('thuocdo.lang', true)
            WHEN 'en' THEN 'a stored framework stays as it is'
            ELSE 'bộ chỉ số đã lưu thì không thay đổi' END,
        HINT = CASE current_setting('thuocdo.lang', true)
            WHEN 'en' THEN 'Results rest on it. Add another one; it has another digest.'
            ELSE 'Kết quả đã tính dựa trên bộ chỉ số này. Hãy thêm bản mới; bản mới có mã kiểm tra khác.' END;
END
$$;

CREATE TRIGGER frameworks_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON _thuocdo.frameworks
    FOR EACH STATEMENT EXECUTE FUNCTION _thuocdo.refuse();
