import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"发布","description":"","frontmatter":{"title":"发布"},"headers":[],"relativePath":"guides/release.md","filePath":"guides/release.md"}');
const _sfc_main = { name: "guides/release.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="发布" tabindex="-1">发布 <a class="header-anchor" href="#发布" aria-label="Permalink to &quot;发布&quot;">​</a></h1><p>写给维护者。版本号对使用者意味着什么，见 <a href="./versioning">versioning.md</a>。</p><h2 id="发布之前" tabindex="-1">发布之前 <a class="header-anchor" href="#发布之前" aria-label="Permalink to &quot;发布之前&quot;">​</a></h2><p>在 <code>CHANGELOG.md</code> 的 “## Unreleased” 下写明使用者需要知道的内容。接口变更报告会自动加在后面，不必重复。如果这一节是空的、接口也没有 变化，发布会被拒绝。</p><p><code>npm run changes -- &lt;上一个 tag&gt;</code> 显示变更报告和建议的版本号。</p><h2 id="发布-1" tabindex="-1">发布 <a class="header-anchor" href="#发布-1" aria-label="Permalink to &quot;发布&quot;">​</a></h2><pre><code>npm run release -- --dry-run     # 显示版本号、变更日志和各项检查，不写任何文件
npm run release                  # 同上，然后提交并打 tag
git push --follow-tags           # 触发发布
</code></pre><ol><li><strong>版本号。</strong> 采用 <code>npm run changes</code> 根据上一个 tag 建议的版本。只改了代码、规范没有变化时，用 <code>--at-least minor</code>（或 <code>major</code>）提高。 1.0.0 之前，重大变更提高次版本号，小变更提高修订号，因为 npm 就是这样解释 <code>^0.1.0</code> 的。第一次发布直接用 <code>package.json</code> 的版本。</li><li><strong>拒绝的情况。</strong> 必须在 <code>main</code> 分支，所有改动已提交，tag 尚不存在，并且 <code>package.json</code> 的版本与上一个 tag 相同。</li><li><strong>检查。</strong> 依次运行 <code>scripts/release/gates.ts</code> 里的命令，遇到第一个失败就停下：生成文件是否最新、<code>check</code>、<code>lint</code>、体积、类型 开销、类型和测试（两档），最后是 <code>pack:check</code>，即构建、打包，再像其他团队那样使用。然后用新构建编译上一版的类型测试：编译不过就只能发布重大版本。 <code>--dry-run --skip-gates</code> 跳过这些检查。</li><li><strong>写入的文件。</strong> 版本号写进 <code>package.json</code>、<code>package-lock.json</code>、<code>spec/openapi.yaml</code>，重新生成后也进入 <code>generated/</code>；变更日志写进 <code>CHANGELOG.md</code>。最后是一个提交和一个附注 tag。</li></ol><p>该命令不推送，也不发布。退出码：0 完成；1 被拒绝或检查失败；2 参数有误。</p><h2 id="发布到-npm" tabindex="-1">发布到 npm <a class="header-anchor" href="#发布到-npm" aria-label="Permalink to &quot;发布到 npm&quot;">​</a></h2><p>推送 tag 会启动 <code>.github/workflows/publish.yml</code>：核对 tag 与版本号，运行 <code>.ci/run</code>，打包 <code>dist/</code>，再由一个不运行本项目任何代码的任务带 来源证明（provenance）发布。不保存任何 token：npm 信任该工作流（trusted publishing，在包的设置里配置一次）。第一个版本必须手动发布， 因为 npm 只对已经存在的包信任工作流。</p><p>根目录的 <code>package.json</code> 是私有的，永远不会发布；发布的包是 <code>dist/</code> 目录（决定 13）。</p><h2 id="参考站点" tabindex="-1">参考站点 <a class="header-anchor" href="#参考站点" aria-label="Permalink to &quot;参考站点&quot;">​</a></h2><pre><code>npm run docs:site
</code></pre><p>先生成代码，再用 VitePress 把 <code>generated/reference/</code> 构建成 <code>dist/site</code> 里的静态站点。页面内容由 <code>scripts/generate/reference/</code> 生成；站点 设置和中文搜索的分词在 <code>scripts/site/.vitepress/</code>。把该目录放到任意静态服务器的根路径即可。</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("guides/release.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const release = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  release as default
};
