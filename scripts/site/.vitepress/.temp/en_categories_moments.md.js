import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Moments","description":"Posts in WeChat moments, sent through WeCom.","frontmatter":{"title":"Moments","description":"Posts in WeChat moments, sent through WeCom.","layout":"category","view":{"title":"Moments","description":"Posts in WeChat moments, sent through WeCom.","operations":[{"id":"momentMessageAdd","title":"Create a task to publish WeCom Moments","method":"POST","path":"/open-api/moment_message/add","call":"momentMessage.add"},{"id":"momentMessageResult","title":"List tasks that publish WeCom Moments","method":"GET","path":"/open-api/moment_message/result","call":"momentMessage.result"},{"id":"momentMessageTasksResult","title":"Get how staff published a task of WeCom Moments","method":"GET","path":"/open-api/moment_message/tasks/result","call":"momentMessage.tasksResult"}]}},"headers":[],"relativePath":"en/categories/moments.md","filePath":"en/categories/moments.md"}');
const _sfc_main = { name: "en/categories/moments.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/moments.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const moments = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  moments as default
};
