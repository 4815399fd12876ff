const bash = `# weiban completion for bash: eval "$(weiban completion bash)"
_weiban() {
  local word
  COMPREPLY=()
  while IFS=$'\\t' read -r word _; do
    COMPREPLY+=("$word")
  done < <(weiban __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _weiban weiban
`;

const zsh = `#compdef weiban
# weiban completion for zsh: eval "$(weiban completion zsh)", or this text as _weiban in a folder of $fpath
_weiban() {
  local -a candidates
  local word text
  while IFS=$'\\t' read -r word text; do
    candidates+=("\${word//:/\\\\:}:\${text}")
  done < <(weiban __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#candidates} )); then
    _describe weiban candidates
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _weiban ]]; then
  _weiban "$@"
else
  compdef _weiban weiban
fi
`;

const fish = `# weiban completion for fish: weiban completion fish | source
function __weiban_complete
    set -l words (commandline -opc) (commandline -ct)
    weiban __complete $words[2..-1] 2>/dev/null
end
complete -c weiban -f -a '(__weiban_complete)'
`;

/** The script of each shell. All scripts call \`weiban __complete\`. */
export const completionScripts: ReadonlyMap<string, string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]);
