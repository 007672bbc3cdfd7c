-- POST of an image with ten properties and three tags. The first argument is the token.
function init(arguments)
    wrk.method = "POST"
    wrk.headers["X-Auth-Token"] = arguments[1]
    wrk.headers["Content-Type"] = "application/json"
    local properties = {}
    for p = 1, 10 do
        properties[p] = '"p' .. p .. '": "value ' .. p .. '"'
    end
    wrk.body = '{"name": "bench", "disk_format": "raw", "container_format": "bare", "tags": ["a", "b", "c"], '
        .. table.concat(properties, ", ") .. "}"
end
