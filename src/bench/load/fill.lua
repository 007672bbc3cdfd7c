-- POST of images with ten properties and three tags each, so many of them. Arguments: the token and the number.
local made = 0
local answered = 0
local most = 0

function init(arguments)
    wrk.method = "POST"
    wrk.headers["X-Auth-Token"] = arguments[1]
    wrk.headers["Content-Type"] = "application/json"
    most = tonumber(arguments[2])
end

function request()
    made = made + 1
    local properties = {}
    for p = 2, 10 do
        properties[p - 1] = '"p' .. p .. '": "value"'
    end
    return wrk.format(nil, nil, nil, '{"name": "image-' .. made .. '", "visibility": "private", "p1": "' .. made
        .. '", "tags": ["tag-' .. made % 1000 .. '", "common-2", "common-3"], ' .. table.concat(properties, ", ") .. "}")
end

-- The tool itself would go on until its time is over.
function response()
    answered = answered + 1
    if answered >= most then
        os.exit(0)
    end
end
