-- POST of a member, a hundred to each image. The arguments are the token and the ids of the images.
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
    local image = images[math.floor(count / 100) % #images + 1]
    count = count + 1
    return wrk.format(nil, "/v2/images/" .. image .. "/members", nil, '{"member": "project-' .. count .. '"}')
end
