// steps COMMAND [ARGUMENT...]: prints how many instructions a thread of COMMAND executes between one call of getppid and its next,
// once for each pair of calls. Steps through them one by one, so the count is exact, whatever else the machine does. Linux, x86-64.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

// The opcode of `syscall`, little-endian: single-stepped, it would hide the stop at its entry.
enum { SYSCALL_OPCODE = 0x050f };

static pid_t stepped; // The thread between two calls; 0 for none.
static long long count;

static void at_system_call(pid_t thread)
{
    struct user_regs_struct registers;
    ptrace(PTRACE_GETREGS, thread, 0, &registers);
    if (registers.orig_rax != SYS_getppid || (long)registers.rax != -ENOSYS) { // Not that call, or its exit.
        return;
    }
    if (stepped == thread) {
        printf("%lld\n", count);
        fflush(stdout);
        stepped = 0;
    } else {
        stepped = thread;
        count = 0;
    }
}

static void go_on(pid_t thread, int signal)
{
    if (stepped == thread) {
        struct user_regs_struct registers;
        ptrace(PTRACE_GETREGS, thread, 0, &registers);
        long code = ptrace(PTRACE_PEEKTEXT, thread, registers.rip, 0);
        if ((code & 0xffff) != SYSCALL_OPCODE) {
            ptrace(PTRACE_SINGLESTEP, thread, 0, signal);
            return;
        }
    }
    ptrace(PTRACE_SYSCALL, thread, 0, signal);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "steps: no command\n");
        return 64;
    }
    pid_t child = fork();
    if (child == 0) {
        ptrace(PTRACE_TRACEME, 0, 0, 0);
        execvp(argv[1], argv + 1);
        perror(argv[1]);
        _exit(127);
    }
    int status;
    waitpid(child, &status, 0);
    if (!WIFSTOPPED(status)) {
        return 1;
    }
    ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
    go_on(child, 0);
    for (;;) {
        pid_t thread = waitpid(-1, &status, __WALL);
        if (thread < 0) {
            perror("waitpid");
            return 1;
        }
        if (!WIFSTOPPED(status)) {
            if (thread == child) {
                return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
            }
            continue;
        }
        int signal = WSTOPSIG(status);
        if (signal == (SIGTRAP | 0x80)) {
            at_system_call(thread);
            signal = 0;
        } else if (signal == SIGTRAP || signal == SIGSTOP) { // A step, or a thread that was made.
            count += stepped == thread;
            signal = 0;
        }
        go_on(thread, signal);
    }
}
