-- PATCH of one property of one image after another, another value each time. The arguments are the token and the ids of
-- the images.
local images = {}
local count = 0

function init(arguments)
    wrk.method = "PATCH"
    wrk.headers["X-Auth-Token"] = arguments[1]
    wrk.headers["Content-Type"] = "application/openstack-images-v2.1-json-patch"
    for a = 2, #arguments do
        images[a - 1] = arguments[a]
    end
end

function request()
    count = count + 1
    return wrk.format(nil, "/v2/images/" .. images[count % #images + 1], nil,
        '[{"op": "replace", "path": "/p1", "value": "' .. count .. '"}]')
end
