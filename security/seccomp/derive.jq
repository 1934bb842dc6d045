# Docker's default profile in, Moltbot's out: jq --rawfile list taken-away -f derive.jq default.json
($list | [splits("\n") | select(test("^[a-z]"))]) as $gone
| ["amd64", "arm64"] as $here
| {
    defaultAction,
    archMap: [.archMap[]
        | select(.architecture == "SCMP_ARCH_X86_64" or .architecture == "SCMP_ARCH_AARCH64")
        # No 32-bit programs: their system calls are another, less watched door.
        | .subArchitectures = []],
    syscalls: [.syscalls[]
        # What takes a capability goes: Moltbot has none.
        | select((.includes.caps // []) | length == 0)
        | select(((.includes.arches // $here) - ((.includes.arches // $here) - $here)) | length > 0)
        # For clone and clone3: the strict form holds, whoever runs it.
        | del(.excludes.caps)
        | if (.excludes.arches // []) - $here == .excludes.arches then del(.excludes) else . end
        | if .excludes == {} then del(.excludes) else . end
        | if .includes == {} then del(.includes) else . end
        | .names -= $gone
        | select(.names | length > 0)
        # Sockets within the machine, IPv4, IPv6, and the kernel's list of network devices.
        | if .names == ["socket"] or (.names | index("socket")) then
            (.names -= ["socket"] | select(.names | length > 0)),
            (1, 2, 10, 16 | {names: ["socket"], action: "SCMP_ACT_ALLOW",
                args: [{index: 0, value: ., op: "SCMP_CMP_EQ"}]})
          else . end]
}
