# Sourced by script/server, script/test and script/bench. Sets `python` to a Python that can carry Plainvoice, or
# ends with one line that says what is missing and how to get it. Uses nothing but the shell.

# Exit status of the question to each candidate: 0 fit, 3 too old, 4 cannot make environments.
question='
import sys
if sys.version_info < (3, 11):
    sys.stdout.write(".".join(map(str, sys.version_info[:3])))
    sys.exit(3)
if sys.prefix != sys.base_prefix:
    sys.exit(0)
try:
    import ensurepip, venv
except ImportError:
    sys.stdout.write("%d.%d" % sys.version_info[:2])
    sys.exit(4)
'

find_python() {
    too_old=
    without_venv=
    for candidate in "$root/.venv/bin/python" python3 python3.13 python3.12 python3.11 python3.14; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        answer=$("$candidate" -c "$question" 2>/dev/null)
        case $? in
        0)
            python=$candidate
            return 0
            ;;
        3) too_old=${too_old:-$answer} ;;
        4) without_venv=${without_venv:-$answer} ;;
        esac
    done
    if [ -n "$without_venv" ]; then
        echo "Python $without_venv cannot make virtual environments here. On Debian or Ubuntu: apt install python$without_venv-venv" >&2
    elif [ -n "$too_old" ]; then
        echo "Plainvoice needs Python 3.11 or newer; this is Python $too_old. Install a newer one (on Debian 12 or Ubuntu 24.04: apt install python3 python3-venv), then run this again." >&2
    else
        echo "Plainvoice needs Python 3.11 or newer, and no python3 was found. Install it (on Debian 12 or Ubuntu 24.04: apt install python3 python3-venv), then run this again." >&2
    fi
    return 1
}
