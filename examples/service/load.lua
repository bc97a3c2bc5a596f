-- The body that wrk sends: FILE, or else a school with all its answers and evidence.
wrk.method = "POST"
wrk.headers["Accept-Language"] = "vi"
local file = assert(io.open(os.getenv("FILE") or "../complete-primary-school.json"))
wrk.body = file:read("*a")
file:close()
