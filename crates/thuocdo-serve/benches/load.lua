-- The body that wrk sends: FILE, or else a school with all its answers and evidence. In the end it prints how many answers had which status.
wrk.method = "POST"
wrk.headers["Accept-Language"] = "vi"
local file = assert(io.open(os.getenv("FILE") or "examples/complete-primary-school.json"))
wrk.body = file:read("*a")
file:close()

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  busy, fine, other = 0, 0, 0
end

function response(status)
  if status == 200 then
    fine = fine + 1
  elseif status == 429 then
    busy = busy + 1
  else
    other = other + 1
  end
end

function done()
  local sums = { fine = 0, busy = 0, other = 0 }
  for _, thread in ipairs(threads) do
    for name, sum in pairs(sums) do
      sums[name] = sum + thread:get(name)
    end
  end
  print(string.format("200: %d, 429: %d, others: %d", sums.fine, sums.busy, sums.other))
end
