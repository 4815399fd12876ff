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

const powershell = `# weiban completion for PowerShell: weiban completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName weiban -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements |
    Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
    Select-Object -Skip 1 |
    ForEach-Object { $_.Extent.Text })
  if (-not $wordToComplete) { $words += '""' }
  weiban __complete @words 2>$null | ForEach-Object {
    $word, $text = $_ -split "\`t", 2
    if (-not $text) { $text = $word }
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $text)
  }
}
`;

/** The script of each shell. All scripts call \`weiban __complete\`. */
export const completionScripts: ReadonlyMap<string, string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
  ['powershell', powershell],
]);
