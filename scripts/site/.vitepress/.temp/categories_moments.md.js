import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"企微朋友圈","description":"经企业微信发布的微信朋友圈内容。","frontmatter":{"title":"企微朋友圈","description":"经企业微信发布的微信朋友圈内容。","layout":"category","view":{"title":"企微朋友圈","description":"经企业微信发布的微信朋友圈内容。","operations":[{"id":"momentMessageAdd","title":"企微朋友圈创建","method":"POST","path":"/open-api/moment_message/add","call":"momentMessage.add"},{"id":"momentMessageResult","title":"企微朋友圈任务列表","method":"GET","path":"/open-api/moment_message/result","call":"momentMessage.result"},{"id":"momentMessageTasksResult","title":"企微朋友圈任务发表详情","method":"GET","path":"/open-api/moment_message/tasks/result","call":"momentMessage.tasksResult"}]}},"headers":[],"relativePath":"categories/moments.md","filePath":"categories/moments.md"}');
const _sfc_main = { name: "categories/moments.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/moments.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const moments = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  moments as default
};
