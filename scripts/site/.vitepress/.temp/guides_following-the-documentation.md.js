import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"跟进官方文档的变化","description":"","frontmatter":{"title":"跟进官方文档的变化"},"headers":[],"relativePath":"guides/following-the-documentation.md","filePath":"guides/following-the-documentation.md"}');
const _sfc_main = { name: "guides/following-the-documentation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="跟进官方文档的变化" tabindex="-1">跟进官方文档的变化 <a class="header-anchor" href="#跟进官方文档的变化" aria-label="Permalink to &quot;跟进官方文档的变化&quot;">​</a></h1><p>官方文档变化那天要做什么。只需几分钟，每个决定都由你来做。</p><h2 id="快捷方式" tabindex="-1">快捷方式 <a class="header-anchor" href="#快捷方式" aria-label="Permalink to &quot;快捷方式&quot;">​</a></h2><ol><li><strong>抓取页面。</strong> <code>npm run docs -- pull &lt;站点&gt;</code> 把有变化的页面的 Markdown 下载到 <code>.docs-pages/</code>，站点不再列出的页面从中删除。也可以在 浏览器里复制整个页面的文本存成文件，保存 Apifox 在 <code>/api-&lt;id&gt;.md</code> 提供的内容，或把项目导出为 OpenAPI 3。每个文件一个页面，文件名随意， 放在同一个目录里。一份<a href="./corrections">事实</a>（YAML）也算页面：它没有提到的部分保持不变，写了 <code>complete: false</code> 就不会删除任何内容。</li><li><strong>运行</strong> <code>npm run docs -- sync &lt;目录&gt;</code>。它显示变化和补丁，询问，应用，然后检查、生成、测试，并说明这些变化对使用者意味着什么。遇到第一件 需要你决定的事就停下；决定之后再运行同一条命令，它会接着往下走。</li></ol><h2 id="分步命令" tabindex="-1">分步命令 <a class="header-anchor" href="#分步命令" aria-label="Permalink to &quot;分步命令&quot;">​</a></h2><h3 id="npm-run-docs-diff-目录-变了什么" tabindex="-1"><code>npm run docs -- diff &lt;目录&gt;</code>：变了什么？ <a class="header-anchor" href="#npm-run-docs-diff-目录-变了什么" aria-label="Permalink to &quot;\`npm run docs -- diff &lt;目录&gt;\`：变了什么？&quot;">​</a></h3><p>逐页、逐字段报告新增、消失和改变的内容。退出码：0 无变化；1 有变化，或有页面无法读取；2 参数有误，或没有一个页面 能读取。</p><ul><li>不比较说明文字，因为事实是转述。只在事实里有的限制、默认值、示例或取值列表不算差异：可能是有人从正文里读出来的。</li><li>页面没有抓全、只写了模型名而没有展开，或引用了页面里没有的内容时，报告会标明 <code>partly read</code> 和缺失的部分，缺失部分不算删除。</li><li>无法当作页面读取的文件会列出位置和原因，其余页面照常比较。只含数据模型的页面（Apifox 的 <code>/schema-&lt;id&gt;.md</code>）直接跳过。一个文件里可以有 多个页面。</li><li>页面把名称写成全角字母或末尾带空格时，会自动更正并提示；事实放不下的内容也会提示。HTTP 客户端自己设置的请求头和凭证不算参数。</li><li>平铺的字段列表有时有多种嵌套方式。列表与之前相同时，沿用事实里的嵌套；否则用 <code>?</code> 标出增减的字段，由你决定位置，页面的 Markdown 里 看得出来。</li><li>示例里能识别到人的值在事实中已经替换，所以换成同样形式的另一个值（另一个手机号）不算差异。</li><li>加上 <code>--all</code> 时，有事实但目录里没有的页面视为已删除。</li></ul><h3 id="npm-run-docs-apply-目录-应用变化" tabindex="-1"><code>npm run docs -- apply &lt;目录&gt;</code>：应用变化 <a class="header-anchor" href="#npm-run-docs-apply-目录-应用变化" aria-label="Permalink to &quot;\`npm run docs -- apply &lt;目录&gt;\`：应用变化&quot;">​</a></h3><p>对旧的事实、抓取的页面、人工维护的文件做三方合并。<code>--dry-run</code> 只打印补丁，不写文件。</p><ul><li><strong>事实</strong>改为页面现在的说法。转述的文字保留，不照抄官方的句子。</li><li><strong>规范跟随页面</strong>：凡是之前与页面一致的地方，用最小的改动跟进；其他行和注释一个字节都不变。</li><li><strong>保持原样，并列出三方说法</strong>：凡是有人另有判断的地方。这就是冲突，见下文。</li><li><strong>新页面</strong>会得到事实、台账里的一行，以及带 <code># decide:</code> 注释的初始路径文件。已有路径的另一个方法写在原有方法之后。</li><li><strong>其余的会告诉你</strong>：移动或删除的页面、没有名称的错误、违反本项目规则的地方。Redocly 的规则只在 <code>npm run check</code> 里运行。</li></ul><p>退出码：0 全部合并；1 有需要决定的地方，或有页面无法读取；2 参数或输入有误，什么都没有写。如果中途被强行终止（包括 <code>import</code> 和 <code>scaffold</code>）， 其他命令会拒绝读取写了一半的文件；<code>npm run docs -- restore</code> 恢复原来的文件。写 <code>spec/</code> 的命令会互相等待，最多半分钟；超时后， 提示里会说明是哪个进程在写。</p><h3 id="然后" tabindex="-1">然后 <a class="header-anchor" href="#然后" aria-label="Permalink to &quot;然后&quot;">​</a></h3><p>依次运行 <code>npm run check</code>、<code>npm run generate</code>、<code>npm test</code>。<code>npm run changes -- &lt;上一个版本&gt;</code> 从使用者的角度列出每个变化、严重程度，以及应当 采用的版本号；<code>--changelog</code> 打印变更日志的对应段落。</p><h2 id="从零开始接入另一套-api" tabindex="-1">从零开始接入另一套 API <a class="header-anchor" href="#从零开始接入另一套-api" aria-label="Permalink to &quot;从零开始接入另一套 API&quot;">​</a></h2><p>任何 Apifox 站点都可以，人工整理之前不需要手写任何文件：</p><pre><code>npm run docs -- init shop/spec
npm run docs -- pull https://shop.apifox.cn --out shop/pages
npm run docs -- import shop/pages --spec shop/spec       # 事实；以及根文件的 tags、servers 和 security
npm run docs -- scaffold --all --spec shop/spec          # 每个接口的初始路径文件
npm run check -- --spec shop/spec                        # 还有哪些要决定
npm run generate -- --spec shop/spec --out shop/client
</code></pre><p><code>import</code> 不覆盖已有内容：事实里已有的页面保持不变；事实表写了 <code>complete: false</code> 时，也不会替换完整的事实（除非加 <code>--replace</code>）。多个页面描述 同一个接口时，以内容最多的为准，其余放进 <code>docs/duplicates/</code>。</p><h2 id="冲突" tabindex="-1">冲突 <a class="header-anchor" href="#冲突" aria-label="Permalink to &quot;冲突&quot;">​</a></h2><p>遇到下列情况，<code>apply</code> 不改动该处：</p><ul><li>那里有 <code>x-corrects</code>，而它的前提变了，包括页面现在的说法正好与你纠正的一致；</li><li>页面删掉的字段带有 <code>x-corrects</code>、<code>x-omits</code>、<code>x-exact</code> 或 <code>x-meanings</code>，或被 <code>x-oneOf-required</code> 引用；</li><li>页面改了类型，而 <code>format</code>、<code>x-meanings</code>、<code>enum</code> 等是按旧类型写的；</li><li>共用的 schema 改了以后会与另一个页面不一致；</li><li>改动会丢掉注释，或 YAML 用了编辑器不认识的写法。</li></ul><p>它打印位置、三方说法、原因和改法：</p><pre><code>spec/paths/group_chat/batch_mark_tag.yaml:86:19 conflict: /open-api/group_chat/batch_mark_tag answer detail.tag_name_list: presence (api-151986720)
    the page said: absent
    it says now:   present
    curated as:    present, because: Another capture of the page lists it as a required array of strings; this one does not have it.
    fix: the page now says what was curated: remove the correction
</code></pre><p>由人决定：跟随页面，或保留现有内容，并用 <code>x-corrects</code> 写明页面现在的说法。事实已经更新，所以 <code>diff</code> 不会再提到这一处；在你决定之前，<code>apply</code> 每次都会列出它，<code>npm run check</code> 会一直失败。</p><h2 id="一个真实的例子" tabindex="-1">一个真实的例子 <a class="header-anchor" href="#一个真实的例子" aria-label="Permalink to &quot;一个真实的例子&quot;">​</a></h2><p><code>group_chat/batch_mark_tag</code> 抓取过两次。第一次的响应是 <code>errcode</code> 和 <code>errmsg</code>，事实里就是它。第二次的响应是 <code>status_code</code>、 <code>status_message</code> 和 <code>success</code>，<code>detail</code> 里还多了 <code>tag_name_list</code>。应用第二次抓取的页面，结果是：</p><pre><code>$ npm run docs -- apply page.txt
changed   POST /open-api/group_chat/batch_mark_tag  群聊批量打标签 (api-151986720)
    + answer field status_code: integer
    …
    + answer field detail.tag_name_list: array&lt;string&gt;
    - answer field errcode: integer
    - answer field errmsg: string
…                                         （即上面的冲突）
2 changes made to follow the documentation; 1 place to decide
</code></pre><p>两处改动是 <code>x-envelope: status</code>，以及 <code>required</code> 里加上 <code>tag_name_list</code>。勘误由你删除，提到两次抓取的那段说明由你改写。这时 <code>npm run changes -- HEAD</code> 输出</p><pre><code>- \`groupChatBatchMarkTag\` answers in the envelope status instead of errcode. (envelope-changed)
</code></pre><p>并建议发布重大版本。<code>test/docs/apply/batch-mark-tag.test.ts</code> 运行的就是这个例子。没有人知道哪次抓取更新，所以规范以第一次为准，只在第二次 出现的字段记为可选，客户端两种信封都能读。</p><p>官方对席位的叫法对应 <code>spec/openapi.yaml</code> 里的 <code>x-seats</code>；那里没有的叫法不参与比较。</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("guides/following-the-documentation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const followingTheDocumentation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  followingTheDocumentation as default
};
