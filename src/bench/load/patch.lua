-- PATCH of one property, another value each time. The first argument is the token.
local count = 0

function init(arguments)
    wrk.method = "PATCH"
    wrk.headers["X-Auth-Token"] = arguments[1]
    wrk.headers["Content-Type"] = "application/openstack-images-v2.1-json-patch"
end

function request()
    count = count + 1
    return wrk.format(nil, nil, nil, '[{"op": "replace", "path": "/p1", "value": "' .. count .. '"}]')
end
