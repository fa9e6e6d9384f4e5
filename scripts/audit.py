"""Known faults of what is locked: pip-audit asks for the advisories, and what it could not ask for is said.

    python scripts/audit.py [requirements.lock]

Exit codes: 0 nothing is known against any package, or there is no network to ask over (it says which); 1 something is known;
2 the lock could not be audited.
"""

import json
import subprocess
import sys
from typing import Any

COMMAND = ("-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")
UNREACHED = ("Connection", "Timeout", "Max retries", "Name or service", "ProxyError", "SSLError")
"""Signs of a network that does not answer."""


def main() -> None:
    """The command."""
    lock = sys.argv[1] if len(sys.argv) > 1 else "requirements.lock"
    done = subprocess.run([sys.executable, *COMMAND, "--requirement", lock], capture_output=True, text=True)
    code, words = verdict(done.stdout, done.stderr)
    sys.stdout.write(words + "\n")
    sys.exit(code)


def verdict(answer: str, trouble: str) -> tuple[int, str]:
    """The exit code, and what is to be said of an answer of pip-audit."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        last = trouble.strip().splitlines()[-1][:200] if trouble.strip() else "no answer"
        if any(sign in trouble for sign in UNREACHED):
            return 0, f"not audited: the advisories cannot be asked for, there is no network ({last})"
        return 2, f"not audited: {last}"
    asked = [each for each in packages if "skip_reason" not in each]
    if not asked:
        return 0, f"not audited: nobody answers for any of {len(packages)} packages; ask where there is a network"
    faults = [f"{each['name']} {each['version']}: {told(fault)}" for each in asked for fault in each["vulns"]]
    left = f"; {len(packages) - len(asked)} could not be asked for" if len(asked) < len(packages) else ""
    if faults:
        return 1, "\n".join([*faults, f"{len(faults)} known faults in {len(asked)} packages{left}"])
    return 0, f"nothing is known against {len(asked)} packages{left}"


def told(fault: dict[str, Any]) -> str:
    """A fault by its names, and the versions that mend it."""
    names = ", ".join([fault["id"], *fault.get("aliases", ())])
    return f"{names}; mended in {', '.join(fault.get('fix_versions', ())) or 'no version yet'}"


if __name__ == "__main__":
    main()
