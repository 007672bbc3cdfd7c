-- POST of a member to one image after another. The arguments are the token and the ids of the images.
local images = {}
local count = 0

function init(arguments)
    wrk.method = "POST"
    wrk.headers["X-Auth-Token"] = arguments[1]
    wrk.headers["Content-Type"] = "application/json"
    for a = 2, #arguments do
        images[a - 1] = arguments[a]
    end
end

function request()
    count = count + 1
    local image = images[count % #images + 1]
    return wrk.format(nil, "/v2/images/" .. image .. "/members", nil, '{"member": "project-' .. count .. '"}')
end
