-- GET of one image. The first argument is the token.
function init(arguments)
    wrk.headers["X-Auth-Token"] = arguments[1]
end
