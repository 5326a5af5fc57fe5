#!/bin/bash
# Lets pip and conda fetch packages from indexes inside the network: a mirror of the company, or another one the VPC
# reaches. Without a way out of the VPC no public index answers them.
#
# Write the addresses after the hyphens, or set the variables in the environment of a custom image. They hold no
# passwords: whoever may describe the script can read it. The script runs as the person, at every start of the app. What
# it cannot set it says in the log of the start, and it never keeps the app from starting.

# Index of pip, such as https://packages.example.com/simple/
PACKAGE_INDEX_URL="${PACKAGE_INDEX_URL-}"
# Folder of conda's channels: conda-forge is looked for below it. Such as https://packages.example.com/conda
CONDA_CHANNELS_URL="${CONDA_CHANNELS_URL-}"

say() { echo "package-index: $*"; }

# Whether the URL is one to use: encrypted, and without a user in it.
usable() {
    case "$1" in
        "") return 1 ;;
        *@*) say "$2 not set: the URL names a user" && return 1 ;;
        https://?*) return 0 ;;
        *) say "$2 not set: the URL does not begin with https://" && return 1 ;;
    esac
}

if usable "$PACKAGE_INDEX_URL" "index of pip"; then
    if python3 -m pip config --user set global.index-url "$PACKAGE_INDEX_URL"; then
        # A further index would be asked as well, and a package of the same name there could win.
        python3 -m pip config --user unset global.extra-index-url 2>/dev/null
        say "pip uses $PACKAGE_INDEX_URL"
    else
        say "index of pip not set: pip refused it"
    fi
fi

if usable "$CONDA_CHANNELS_URL" "channels of conda"; then
    if conda config --set channel_alias "$CONDA_CHANNELS_URL"; then
        say "conda uses $CONDA_CHANNELS_URL"
    else
        say "channels of conda not set: conda refused them"
    fi
fi

exit 0
